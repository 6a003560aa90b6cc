import type { Transform } from "./mapping";

/** The small changes that a mapping can ask for by name. */
export const transforms: Record<Transform, (text: string) => string> = {
  lowerCase: (text) => text.toLowerCase(),
  /** "Zona Sur 2: Covaresa, La Rubia" → "Zona Sur 2" */
  beforeColon: (text) => text.split(":", 1)[0] ?? "",
  /** "3. Collaboration" → "Collaboration" */
  withoutNumber: (text) => text.replace(/^\s*\d+[.)]\s*/, ""),
  /** "1,234" and "1.234" → "1234": totals are whole numbers, whatever parts their thousands. */
  number: (text) => text.replace(/(?<=\d)[.,\s](?=\d{3}\b)/g, ""),
};

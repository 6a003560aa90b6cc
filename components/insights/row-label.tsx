import type { Row } from "@/lib/insights/section";

/** What a drawn row is about; where there is a list behind it, the way there. */
export function RowLabel({ row, text }: { row: Row; text: string }) {
  return row.href ? (
    <a href={row.href} className="rounded underline decoration-line-strong underline-offset-3 hover:text-accent-text">
      {text}
    </a>
  ) : (
    text
  );
}

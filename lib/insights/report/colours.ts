/** The portal's colours in the light, as files want them; parts of a drawing in the order in which they are used. */
export const colours = {
  accent: "3B36A3",
  pale: "C9C8EA",
  ink: "1E2036",
  muted: "5B6074",
  line: "DEDCD6",
  ground: "F4F3EF",
  paper: "FFFFFF",
} as const;

/** Colours of lines, which differ by their dashes too; each stands out from paper (WCAG 2.2, 1.4.11). */
export const lineColours = ["3B36A3", "1F7A7A", "8A5A12", "5B6074"] as const;

/** Colours of parts: dark and light in turn, so that neighbours differ in grey as well. */
export const partColours = ["3B36A3", "5DB3AE", "F2B33D", "9AA0AE", "1E2036", "C9C8EA", "D99A84"] as const;

/** Colours of parts that carry writing: middle and light in turn. */
export const paleColours = ["A19FDD", "DDF1EF", "EDB64F", "ECECF0", "D99A84", "E4F0D3", "B9BDCB"] as const;

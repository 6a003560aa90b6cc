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

/** Colours of lines and parts: dark, middle and light in turn, so that they differ in grey as well. */
export const partColours = ["3B36A3", "2A8C8C", "F2B33D", "9AA0AE", "1E2036", "C9C8EA"] as const;

/** Colours of parts that carry writing. */
export const paleColours = ["A9A7E0", "8CCFC9", "F2C56B", "D3D5DC", "E9B9A8", "C7DDB0"] as const;

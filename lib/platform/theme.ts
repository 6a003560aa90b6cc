/** How the portal can look. `system` follows the person's device. */
export const themes = ["system", "light", "dark"] as const;

/** One of the ways the portal can look. */
export type Theme = (typeof themes)[number];

/** Remembers a person's choice of theme in this browser. The root layout turns it into `<html data-theme>`. */
export const themeCookie = "theme";

/** Whether `text` names one of the themes. */
export const isTheme = (text: unknown): text is Theme => themes.includes(text as Theme);

import type { Locale } from "./locales";
import { type Messages, messages } from "./messages";

/** The texts that components in the browser may need: every page carries them, so no module more than that. */
export function browserMessages(locale: Locale): Partial<Messages> {
  const { access, comments, ideas, people, settings, shell, ui, validation, votes } = messages[locale];
  return { access, comments, ideas, people, settings, shell, ui, validation, votes };
}

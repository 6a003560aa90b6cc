import type { FieldReasons, Meanwhile } from "./errors";
import type { MessageKey } from "./i18n/messages";

/** What every server action answers. Actions never throw: the client gets data, or a reason it can show. */
export type Outcome<T> =
  | { ok: true; data: T }
  | { ok: false; reason: MessageKey; fields: FieldReasons; meanwhile?: Meanwhile[] };

/** What a form without JavaScript is shown again with: the reason, what had been typed, what others did meanwhile. */
export type FormState = {
  reason: MessageKey;
  fields: FieldReasons;
  values: Record<string, string>;
  meanwhile?: Meanwhile[];
} | null;

/** What a form is shown again with that is answered on its own page: a refusal, or the answer. */
export type Answer<T> = FormState | { data: T };

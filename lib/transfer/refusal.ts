import type { MessageKey } from "../platform/i18n/messages";
import type { MessageValues } from "../platform/i18n/translate";

/** Why a row is not imported: a text of ours with what goes into its placeholders. */
export class Refusal extends Error {
  constructor(
    readonly reason: Extract<MessageKey, `transfer.${string}`>,
    readonly detail: MessageValues = {},
  ) {
    super(reason);
    this.name = "Refusal";
  }
}

/** Why a whole file is not imported, or no further: nothing is wrong with the portal, somebody has to mend something. */
export class ImportTrouble extends Error {
  constructor(
    readonly reason: Extract<MessageKey, `transfer.${string}`>,
    readonly detail: MessageValues = {},
  ) {
    super(`${reason} ${JSON.stringify(detail)}`);
    this.name = "ImportTrouble";
  }
}

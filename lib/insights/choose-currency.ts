import type { z } from "zod";
import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import type { currencyChoice } from "../delivery/rate-schema";
import { changeCurrency } from "../delivery/rates";
import { transaction } from "../platform/db/client";
import { dropTarget } from "./targets";

/**
 * Has the organisation count in another currency. What was wanted of the benefit was so many of the one before, and is
 * wanted no longer.
 *
 * @throws Failure `forbidden`
 */
export async function chooseCurrency(actor: Actor, { currency }: z.output<typeof currencyChoice>): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    const { isChanged } = await changeCurrency(tx, actor, currency);
    if (isChanged) await dropTarget(tx, actor, "benefit");
  });
}

"use server";

import { action, buttonAction } from "../access/action";
import { answerAndGoOn, answerPair } from "./commands";
import { comparePath, pairForm } from "./schema";
import { shownSheet } from "./shown-sheet";

export const answerPairAction = action(pairForm, async (actor, input) => shownSheet(await answerAndGoOn(actor, input)));
export const answerPairButton = buttonAction(pairForm, answerPair, comparePath);

"use server";

import { buttonAction, formAction } from "../access/action";
import { ideaRef } from "../ideas/schema";
import { mergePair, partPair, postponePair } from "./pairs";
import { pairMerge, pairRef, wishAnswer, wishInput } from "./schema";
import { answerWish, askToMerge, retractWish } from "./wishes";

export const askToMergeForm = formAction(wishInput, askToMerge, (_, { ideaId }) => `/ideas/${ideaId}/merge`);
export const retractWishButton = buttonAction(ideaRef, retractWish, ({ ideaId }) => `/ideas/${ideaId}`);
export const answerWishForm = formAction(wishAnswer, answerWish, (_, { ideaId }) => `/ideas/${ideaId}`);
export const mergePairForm = formAction(pairMerge, mergePair, () => "/review/duplicates");
export const partPairButton = buttonAction(pairRef, partPair, "/review/duplicates");
export const postponePairButton = buttonAction(pairRef, postponePair, "/review/duplicates");

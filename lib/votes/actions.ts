"use server";

import { action, formAction } from "../access/action";
import { safeReturn } from "../access/safe-return";
import { ideaRef } from "../ideas/schema";
import { castVote, withdrawVote } from "./commands";
import { type Ballot, ballot } from "./schema";

const back = (_: unknown, { ideaId, next }: Ballot) => safeReturn(next || `/ideas/${ideaId}`);

export const castVoteAction = action(ideaRef, castVote);
export const withdrawVoteAction = action(ideaRef, withdrawVote);
export const castVoteForm = formAction(ballot, castVote, back);
export const withdrawVoteForm = formAction(ballot, withdrawVote, back);

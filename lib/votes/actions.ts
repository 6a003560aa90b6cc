"use server";

import { action, buttonAction } from "../access/action";
import { safeReturn } from "../access/safe-return";
import { ideaRef } from "../ideas/schema";
import { castVote, withdrawVote } from "./commands";
import { type Ballot, ballot } from "./schema";

const back = ({ ideaId, next }: Ballot) => safeReturn(next || `/ideas/${ideaId}`);

export const castVoteAction = action(ideaRef, castVote);
export const withdrawVoteAction = action(ideaRef, withdrawVote);
export const castVoteButton = buttonAction(ballot, castVote, back);
export const withdrawVoteButton = buttonAction(ballot, withdrawVote, back);

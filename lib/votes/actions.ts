"use server";

import { action, formAction } from "../access/action";
import { ideaRef } from "../ideas/schema";
import { castVote, withdrawVote } from "./commands";

export const castVoteAction = action(ideaRef, castVote);
export const withdrawVoteAction = action(ideaRef, withdrawVote);
export const castVoteForm = formAction(ideaRef, castVote, (_, { ideaId }) => `/ideas/${ideaId}`);
export const withdrawVoteForm = formAction(ideaRef, withdrawVote, (_, { ideaId }) => `/ideas/${ideaId}`);

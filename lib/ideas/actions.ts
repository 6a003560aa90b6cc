"use server";

import { action, buttonAction, formAction } from "../access/action";
import { discardDraft, editIdea, followIdea, saveDraft, submitIdea, unfollowIdea, withdrawIdea } from "./commands";
import { draftInput, editInput, ideaRef, submissionInput } from "./schema";

export const submitIdeaAction = action(submissionInput, submitIdea);
export const saveDraftAction = action(draftInput, saveDraft);
export const editIdeaAction = action(editInput, editIdea);

export const submitIdeaForm = formAction(submissionInput, submitIdea, ({ ideaId }) => `/ideas/${ideaId}`);
export const saveDraftForm = formAction(draftInput, saveDraft, () => "/drafts");
export const editIdeaForm = formAction(editInput, editIdea, ({ ideaId }) => `/ideas/${ideaId}`);

export const discardDraftButton = buttonAction(ideaRef, discardDraft, "/drafts");
export const withdrawIdeaButton = buttonAction(ideaRef, withdrawIdea);
export const followIdeaButton = buttonAction(ideaRef, followIdea);
export const unfollowIdeaButton = buttonAction(ideaRef, unfollowIdea);

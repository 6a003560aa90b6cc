"use server";

import { action, buttonAction, formAction } from "../access/action";
import { discardDraft, editIdea, followIdea, saveDraft, unfollowIdea, withdrawIdea } from "./commands";
import { draftInput, editInput, ideaRef, stateWording } from "./schema";
import { wordState } from "./state-words";

export const saveDraftAction = action(draftInput, saveDraft);
export const editIdeaAction = action(editInput, editIdea);

export const saveDraftForm = formAction(draftInput, saveDraft, () => "/drafts");
export const editIdeaForm = formAction(editInput, editIdea, ({ ideaId }) => `/ideas/${ideaId}`);

export const discardDraftButton = buttonAction(ideaRef, discardDraft, "/drafts");
export const withdrawIdeaButton = buttonAction(ideaRef, withdrawIdea);
export const followIdeaButton = buttonAction(ideaRef, followIdea);
export const unfollowIdeaButton = buttonAction(ideaRef, unfollowIdea);
export const wordStateForm = formAction(stateWording, wordState, (_, { status }) => `/admin/states?saved=${status}`);

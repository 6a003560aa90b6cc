"use server";

import { action, answerAction, buttonAction, formAction } from "../access/action";
import { ideaRef } from "../ideas/schema";
import { moveIdea } from "../workflow/commands";
import { moveInput } from "../workflow/schema";
import { align, ask, assign, decide, merge, progress, reply, resume, unmerge } from "./decide";
import { discardAnswer } from "./drafted-answers";
import { postNote } from "./notes";
import {
  alignForm,
  answerForm,
  askForm,
  assignForm,
  bulkForm,
  decisionForm,
  mergeForm,
  noteInput,
  progressForm,
  publishForm,
  resumeForm,
  templateInput,
  templateRef,
} from "./schema";
import { discardTemplate, keepTemplate } from "./templates";
import { moveTogether, publishAnswers } from "./together";

export const moveCardAction = action(moveInput, moveIdea);
export const decideForm = formAction(decisionForm, decide, (_, { onward }) => onward);
export const replyForm = formAction(answerForm, reply, (_, { onward }) => onward);
export const askAuthorForm = formAction(askForm, ask, (_, { onward }) => onward);
export const assignIdeaForm = formAction(assignForm, assign, (_, { onward }) => onward);
export const reportProgressForm = formAction(progressForm, progress, (_, { onward }) => onward);
export const alignIdeaForm = formAction(alignForm, align, (_, { onward }) => `${onward}#goals`);
export const resumeReviewForm = formAction(resumeForm, resume, (_, { onward }) => onward);
export const mergeIdeaForm = formAction(mergeForm, merge, (_, { onward }) => onward);
export const unmergeIdeaForm = formAction(resumeForm, unmerge, (_, { onward }) => onward);
export const postNoteForm = formAction(noteInput, postNote, (_, { onward }) => `${onward}#notes`);
export const discardAnswerButton = buttonAction(ideaRef, discardAnswer);
export const keepTemplateForm = formAction(templateInput, keepTemplate, () => "/review/templates");
export const discardTemplateButton = buttonAction(templateRef, discardTemplate, "/review/templates");
export const publishAnswersForm = answerAction(publishForm, publishAnswers);
export const moveTogetherForm = answerAction(bulkForm, moveTogether);

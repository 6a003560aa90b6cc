"use server";

import { action, formAction } from "../access/action";
import { submissionInput } from "../ideas/schema";
import { submitIdea } from "./submit-idea";

export const submitIdeaAction = action(submissionInput, submitIdea);
export const submitIdeaForm = formAction(submissionInput, submitIdea, ({ ideaId }) => `/ideas/${ideaId}`);

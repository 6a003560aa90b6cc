import type { Actor } from "../access/actor";
import { mergeIdeas, unmergeIdea } from "../duplicates/commands";
import { alignIdea } from "../goals/align-idea";
import { db } from "../platform/db/client";
import { answerIdea, assignIdea, moveIdea, reportProgress, resumeReview, waitForAuthor } from "../workflow/commands";
import { keepAnswer } from "./drafted-answers";
import type {
  AlignForm,
  AnswerForm,
  AskForm,
  AssignForm,
  DecisionForm,
  MergeForm,
  ProgressForm,
  ResumeForm,
} from "./schema";

/** What one had kept for an idea has gone out, or has been said otherwise. What a colleague keeps is theirs to look at. */
const forget = (actor: Actor, ideaId: string) =>
  db.draftedAnswer.deleteMany({ where: { ideaId, draftedById: actor.id } });

/** Decides on an idea as a form says: at once, or in a draft that is published later. */
export async function decide(actor: Actor, input: DecisionForm): Promise<void> {
  if (input.keep) return keepAnswer(actor, input);
  const { onward: _, keep: __, ...move } = input;
  await moveIdea(actor, move);
  await forget(actor, move.ideaId);
}

/** Answers without deciding, at once or in a draft. */
export async function reply(actor: Actor, input: AnswerForm): Promise<void> {
  if (input.keep) return keepAnswer(actor, input);
  const { onward: _, keep: __, ...answer } = input;
  await answerIdea(actor, answer);
  await forget(actor, answer.ideaId);
}

/** Asks the author something and stops the clock until they say it. */
export async function ask(actor: Actor, { onward: _, ...pause }: AskForm): Promise<void> {
  await waitForAuthor(actor, pause);
}

/** Gives an idea to somebody. */
export async function assign(actor: Actor, { onward: _, ...assignment }: AssignForm): Promise<void> {
  await assignIdea(actor, assignment);
}

/** Tells how far an idea has come. */
export async function progress(actor: Actor, { onward: _, ...report }: ProgressForm): Promise<void> {
  await reportProgress(actor, report);
}

/** Makes an idea part of another one. */
export async function merge(actor: Actor, { onward: _, ...input }: MergeForm): Promise<void> {
  await mergeIdeas(actor, input);
  await forget(actor, input.ideaId);
}

/** Undoes that. */
export async function unmerge(actor: Actor, { onward: _, ...ref }: ResumeForm): Promise<void> {
  await unmergeIdea(actor, ref);
}

/** Lets the clock go on. */
export async function resume(actor: Actor, { onward: _, ...ref }: ResumeForm): Promise<void> {
  await resumeReview(actor, ref);
}

/** Says which goals an idea serves, and how daring it is. */
export async function align(actor: Actor, { onward: _, ...alignment }: AlignForm): Promise<void> {
  await alignIdea(actor, alignment);
}

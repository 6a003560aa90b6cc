import { z } from "zod";
import { deed } from "./access/deed";
import type { Download } from "./access/download";
import { postComment } from "./comments/commands";
import { listComments } from "./comments/queries";
import { commentInput, commentListInput, commentPage, postedComment } from "./comments/schema";
import { answerPair, askForPair } from "./comparisons/commands";
import { answered, pairAnswer, pairSheet, pairWish } from "./comparisons/schema";
import { outcomeInput } from "./delivery/benefit-schema";
import { stateOutcome } from "./delivery/figures";
import { findDelivery } from "./delivery/find-delivery";
import { reportInput } from "./delivery/news-schema";
import { listDeliveries } from "./delivery/queries";
import { reportDelivery } from "./delivery/report";
import { deliveryListInput, deliveryRef } from "./delivery/schema";
import { deliveryInFull, deliveryPage } from "./delivery/shown-schema";
import { listQueue } from "./desk/queue";
import { queuePage, queueQuery } from "./desk/schema";
import { mergeIdeas, unmergeIdea } from "./duplicates/commands";
import { mergeInput } from "./duplicates/schema";
import { beginEvaluation, closeEvaluation, scoreIdea } from "./evaluation/commands";
import { findAssessment } from "./evaluation/queries";
import { assessment, scored, scoreInput } from "./evaluation/schema";
import { alignIdea } from "./goals/align-idea";
import { findAlignment, listGoals } from "./goals/queries";
import { alignment, alignmentInput, goalList, goalWish } from "./goals/schema";
import { editIdea } from "./ideas/commands";
import { editedIdea, editInput, ideaRef, submissionInput } from "./ideas/schema";
import { feedRequest, insightsFeed } from "./insights/feed";
import { insightsRequest, tellGroup, toldGroup } from "./insights/told";
import { findIdeaInFull } from "./ranking/idea-in-full";
import { listIdeas } from "./ranking/list-ideas";
import { ideaInFull, ideaPage, listInput } from "./ranking/schema";
import { similarInput, similarPage } from "./search/schema";
import { similarIdeas, similarTo } from "./search/similar-ideas";
import { castVote, withdrawVote } from "./votes/commands";
import { tally } from "./votes/schema";
import { answerIdea, assignIdea, moveIdea, reportProgress, resumeReview, waitForAuthor } from "./workflow/commands";
import {
  answerInput,
  assignmentInput,
  moveInput,
  pauseInput,
  progressInput,
  reviewed,
  reviewRef,
} from "./workflow/schema";
import { submitIdea } from "./workflow/submit-idea";

/** Everything that programs can ask of the portal: the REST API, which its routes serve and its OpenAPI page describes. */
export const api = {
  listIdeas: deed("GET /api/v1/ideas", {
    summary: "Lists ideas in one of the orders, filtered and searched, page by page.",
    input: listInput,
    answer: ideaPage,
    run: listIdeas,
  }),
  submitIdea: deed("POST /api/v1/ideas", {
    summary: "Submits an idea. Its author follows it from here on; its review says who answers, and until when.",
    input: submissionInput,
    answer: ideaRef,
    status: 201,
    run: submitIdea,
    location: ({ ideaId }) => `/api/v1/ideas/${ideaId}`,
  }),
  findIdea: deed("GET /api/v1/ideas/{ideaId}", {
    summary: "Tells everything about one idea.",
    input: ideaRef,
    answer: ideaInFull,
    run: findIdeaInFull,
  }),
  editIdea: deed("PATCH /api/v1/ideas/{ideaId}", {
    summary: "Changes an idea. What is left out stays; an edit that started from an older version is refused.",
    input: editInput,
    answer: editedIdea,
    run: editIdea,
  }),
  castVote: deed("PUT /api/v1/ideas/{ideaId}/vote", {
    summary: "Gives one's vote to an idea. Doing it again changes nothing.",
    input: ideaRef,
    answer: tally,
    run: castVote,
  }),
  withdrawVote: deed("DELETE /api/v1/ideas/{ideaId}/vote", {
    summary: "Takes one's vote back. Doing it again changes nothing.",
    input: ideaRef,
    answer: tally,
    run: withdrawVote,
  }),
  listComments: deed("GET /api/v1/ideas/{ideaId}/comments", {
    summary: "Lists the comments of an idea, oldest first, each naming what it answers, page by page.",
    input: commentListInput,
    answer: commentPage,
    run: listComments,
  }),
  postComment: deed("POST /api/v1/ideas/{ideaId}/comments", {
    summary: "Says something about an idea, or answers a comment. With the first one, one follows the idea.",
    input: commentInput,
    answer: postedComment,
    status: 201,
    run: postComment,
  }),
  askForPair: deed("POST /api/v1/comparisons/pairs", {
    summary: "Draws two ideas to compare. Until one has answered, the same two come again.",
    input: pairWish,
    answer: pairSheet,
    run: askForPair,
  }),
  answerPair: deed("PUT /api/v1/comparisons/{pairId}", {
    summary: "Says which of the two drawn ideas one prefers, or why neither. Doing it again changes nothing.",
    input: pairAnswer,
    answer: answered,
    run: answerPair,
  }),
  moveIdea: deed("POST /api/v1/ideas/{ideaId}/moves", {
    summary:
      "Moves an idea to another state, with what that demands. Whoever was overtaken gets 409 with what changed.",
    input: moveInput,
    answer: reviewed,
    run: moveIdea,
  }),
  assignIdea: deed("PUT /api/v1/ideas/{ideaId}/owner", {
    summary: "Gives an idea to somebody who answers for it from here on, or to a group of reviewers.",
    input: assignmentInput,
    answer: reviewed,
    run: assignIdea,
  }),
  answerIdea: deed("POST /api/v1/ideas/{ideaId}/answers", {
    summary: "Answers an idea before anything is decided. The first answer keeps the first promise.",
    input: answerInput,
    answer: reviewed,
    run: answerIdea,
  }),
  waitForAuthor: deed("PUT /api/v1/ideas/{ideaId}/pause", {
    summary: "Stops the clock of a review: it waits for the author, who may be asked something.",
    input: pauseInput,
    answer: reviewed,
    run: waitForAuthor,
  }),
  resumeReview: deed("DELETE /api/v1/ideas/{ideaId}/pause", {
    summary: "Lets the clock of a review go on.",
    input: reviewRef,
    answer: reviewed,
    run: resumeReview,
  }),
  reportProgress: deed("PUT /api/v1/ideas/{ideaId}/progress", {
    summary: "Says how far an idea that is in progress has come.",
    input: progressInput,
    answer: reviewed,
    run: reportProgress,
  }),
  listGoals: deed("GET /api/v1/goals", {
    summary: "Lists what the organisation wants ideas to help with, in its order.",
    input: goalWish,
    answer: goalList,
    run: async (actor) => ({ goals: await listGoals(actor) }),
  }),
  findAlignment: deed("GET /api/v1/ideas/{ideaId}/goals", {
    summary: "Tells which goals an idea serves and how daring it is, as reviewers see it.",
    input: ideaRef,
    answer: alignment,
    run: findAlignment,
  }),
  alignIdea: deed("PUT /api/v1/ideas/{ideaId}/goals", {
    summary:
      "Says which goals an idea serves, the foremost first, and how daring it is. What is left out is taken back.",
    input: alignmentInput,
    answer: ideaRef,
    run: alignIdea,
  }),
  mergeIdeas: deed("POST /api/v1/ideas/{ideaId}/merge", {
    summary:
      "Merges an idea into another one that says the same and stays. Whoever voted for either counts once for that one.",
    input: mergeInput,
    answer: reviewed,
    run: mergeIdeas,
  }),
  unmergeIdea: deed("DELETE /api/v1/ideas/{ideaId}/merge", {
    summary: "Undoes a merge: both ideas are as they were before it.",
    input: reviewRef,
    answer: reviewed,
    run: unmergeIdea,
  }),
  similarIdeas: deed("POST /api/v1/similar", {
    summary:
      "Finds ideas that say what somebody is about to propose, the most alike first: at most five, in any state.",
    onlyAsks: true,
    input: similarInput,
    answer: similarPage,
    run: async (actor, input) => ({ ideas: await similarIdeas(actor, input) }),
  }),
  similarTo: deed("GET /api/v1/ideas/{ideaId}/similar", {
    summary: "Finds ideas that say the same as one that is there, the most alike first: at most five, in any state.",
    input: ideaRef,
    answer: similarPage,
    run: async (actor, { ideaId }) => ({ ideas: await similarTo(actor, ideaId) }),
  }),
  listQueue: deed("GET /api/v1/queue", {
    summary: "Lists what waits for reviewers, most urgent first, page by page.",
    input: queueQuery,
    answer: queuePage,
    run: listQueue,
  }),
  listDeliveries: deed("GET /api/v1/deliveries", {
    summary: "Lists what is being delivered, first what is due first, page by page.",
    input: deliveryListInput,
    answer: deliveryPage,
    run: listDeliveries,
  }),
  findDelivery: deed("GET /api/v1/deliveries/{deliveryId}", {
    summary: "Tells everything about one delivery; what it brings only to those who may know it.",
    input: deliveryRef,
    answer: deliveryInFull,
    run: findDelivery,
  }),
  reportDelivery: deed("PUT /api/v1/deliveries/{deliveryId}/progress", {
    summary:
      "Tells how far a delivery has come. Its ideas have their progress from it, and who backs them hears of it.",
    input: reportInput,
    answer: deliveryRef,
    run: reportDelivery,
  }),
  stateOutcome: deed("PUT /api/v1/deliveries/{deliveryId}/outcomes", {
    summary: "Says what came of a delivery in a year. It counts once another person has confirmed it in the portal.",
    input: outcomeInput,
    answer: deliveryRef,
    run: stateOutcome,
  }),
  beginEvaluation: deed("PUT /api/v1/ideas/{ideaId}/evaluation", {
    summary: "Has an idea marked by as many reviewers as the scorecard wants. While it is, nothing changes.",
    input: ideaRef,
    answer: ideaRef,
    run: beginEvaluation,
  }),
  closeEvaluation: deed("DELETE /api/v1/ideas/{ideaId}/evaluation", {
    summary: "Ends the evaluation of an idea: what was handed in stands.",
    input: ideaRef,
    answer: ideaRef,
    run: closeEvaluation,
  }),
  findScorecard: deed("GET /api/v1/ideas/{ideaId}/scorecard", {
    summary: "Tells a reviewer what to mark of an idea, and the own marks so far. Those of others are never in it.",
    input: ideaRef,
    answer: assessment,
    run: findAssessment,
  }),
  scoreIdea: deed("PUT /api/v1/ideas/{ideaId}/scorecard", {
    summary: "Keeps one's marks for an idea, or hands them in as a whole. The same again changes nothing.",
    input: scoreInput,
    answer: scored,
    run: scoreIdea,
  }),
  insightsFeed: deed("GET /api/v1/insights/feed.csv", {
    summary:
      "Hands over every figure about the organisation, one a line, as CSV: `group`, `section`, `from`, `to`, `label`, `month`, `measure`, `unit`, `value`, `note`.",
    input: feedRequest,
    answer: z.custom<Download>(),
    file: "text/csv",
    run: insightsFeed,
  }),
  tellInsights: deed("GET /api/v1/insights/{group}", {
    summary: "Tells a group of figures about the organisation: sentences, and tables whose columns name their unit.",
    input: insightsRequest,
    answer: toldGroup,
    run: tellGroup,
  }),
} as const;

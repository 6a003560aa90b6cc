"use server";

import { buttonAction, formAction } from "../access/action";
import { ideaRef } from "../ideas/schema";
import { beginEvaluation, closeEvaluation, scoreIdea } from "./commands";
import { criterionChange, criterionRef, newCriterion, scorecardSettings, scoreForm } from "./schema";
import { addCriterion, changeCriterion, changeScorecard, retireCriterion } from "./scorecards";

export const beginEvaluationForm = formAction(ideaRef, beginEvaluation, ({ ideaId }) => `/review/${ideaId}`);
export const closeEvaluationButton = buttonAction(ideaRef, closeEvaluation);
export const scoreIdeaForm = formAction(scoreForm, scoreIdea, ({ ideaId }, { handIn }) =>
  handIn ? "/review/evaluations" : `/review/${ideaId}/scorecard?saved=yes`,
);
export const changeScorecardForm = formAction(scorecardSettings, changeScorecard, () => "/admin/scorecards");
export const addCriterionForm = formAction(newCriterion, addCriterion, () => "/admin/scorecards");
export const changeCriterionForm = formAction(criterionChange, changeCriterion, () => "/admin/scorecards");
export const retireCriterionButton = buttonAction(criterionRef, retireCriterion);

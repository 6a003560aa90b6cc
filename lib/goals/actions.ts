"use server";

import { buttonAction, formAction } from "../access/action";
import { addGoal, changeBalance, changeGoal, raiseGoal, retireGoal } from "./commands";
import { balanceInput, goalChange, goalRef, newGoal } from "./schema";

export const addGoalForm = formAction(newGoal, addGoal, () => "/admin/goals");
export const changeGoalForm = formAction(goalChange, changeGoal, () => "/admin/goals");
export const raiseGoalButton = buttonAction(goalRef, raiseGoal);
export const retireGoalButton = buttonAction(goalRef, retireGoal);
export const changeBalanceForm = formAction(balanceInput, changeBalance, () => "/admin/goals?saved=balance");

"use server";

import { z } from "zod";
import { action, buttonAction, formAction } from "../access/action";
import { currencyChoice } from "../delivery/rate-schema";
import { noteVisit } from "./changes";
import { chooseCurrency } from "./choose-currency";
import { targetsInput } from "./schema";
import { changeTargets } from "./targets";
import { answerTour } from "./tour";

export const noteVisitAction = action(z.strictObject({}), noteVisit);
export const changeTargetsForm = formAction(targetsInput, changeTargets, () => "/admin/goals?saved=targets");
export const chooseCurrencyForm = formAction(currencyChoice, chooseCurrency, () => "/admin/rates");
export const beginTourButton = buttonAction(z.strictObject({}), answerTour, "/insights?tour=1");
export const declineTourButton = buttonAction(z.strictObject({}), answerTour);

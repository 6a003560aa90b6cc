"use server";

import { buttonAction, formAction } from "../access/action";
import { confirmInput, forecastInput, forecastRef, outcomeInput, outcomeRef } from "./benefit-schema";
import { addIdea, beginDelivery, changeDelivery, removeIdea } from "./commands";
import { confirmOutcome, removeForecast, removeOutcome, stateForecast, stateOutcome } from "./figures";
import { addMilestone, markMilestone, removeMilestone } from "./milestones";
import { milestoneInput, milestoneMark, milestoneRef, reportInput } from "./news-schema";
import { rateInput, rateRef } from "./rate-schema";
import { removeRate, stateRate } from "./rates";
import { reopenDelivery } from "./reopen";
import { endDelivery, reportDelivery } from "./report";
import { addIdeaInput, beginInput, changeInput, deliveredIdeaRef, endInput, reopenInput } from "./schema";

export const beginDeliveryForm = formAction(beginInput, beginDelivery, ({ deliveryId }) => `/deliveries/${deliveryId}`);
export const changeDeliveryForm = formAction(
  changeInput,
  changeDelivery,
  ({ deliveryId }) => `/deliveries/${deliveryId}`,
);
export const addIdeaForm = formAction(addIdeaInput, addIdea, ({ deliveryId }) => `/deliveries/${deliveryId}#ideas`);
export const removeIdeaButton = buttonAction(deliveredIdeaRef, removeIdea);
export const addMilestoneForm = formAction(
  milestoneInput,
  addMilestone,
  ({ deliveryId }) => `/deliveries/${deliveryId}#milestones`,
);
export const markMilestoneButton = buttonAction(milestoneMark, markMilestone);
export const removeMilestoneButton = buttonAction(milestoneRef, removeMilestone);
export const reportDeliveryForm = formAction(
  reportInput,
  reportDelivery,
  ({ deliveryId }) => `/deliveries/${deliveryId}#news`,
);
export const endDeliveryForm = formAction(endInput, endDelivery, ({ deliveryId }) => `/deliveries/${deliveryId}`);
export const reopenDeliveryForm = formAction(
  reopenInput,
  reopenDelivery,
  ({ deliveryId }) => `/deliveries/${deliveryId}`,
);
export const stateForecastForm = formAction(
  forecastInput,
  stateForecast,
  ({ deliveryId }) => `/deliveries/${deliveryId}#benefit`,
);
export const stateOutcomeForm = formAction(
  outcomeInput,
  stateOutcome,
  ({ deliveryId }) => `/deliveries/${deliveryId}#benefit`,
);
export const confirmOutcomeButton = buttonAction(confirmInput, confirmOutcome);
export const removeForecastButton = buttonAction(forecastRef, removeForecast);
export const removeOutcomeButton = buttonAction(outcomeRef, removeOutcome);
export const stateRateForm = formAction(rateInput, stateRate, () => "/admin/rates");
export const removeRateButton = buttonAction(rateRef, removeRate);

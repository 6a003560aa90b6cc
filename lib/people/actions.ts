"use server";

import { buttonAction, formAction } from "../access/action";
import { addPerson, changePerson, reactivatePerson, suspendPerson } from "./commands";
import { addLevel, raiseLevel, removeLevel, renameLevel } from "./levels";
import { levelName, levelRef, newLevel, newPerson, personChange, personRef } from "./schema";

export const addPersonForm = formAction(newPerson, addPerson, ({ personId }) => `/admin/people/${personId}`);
export const changePersonForm = formAction(
  personChange,
  changePerson,
  (_, { personId }) => `/admin/people/${personId}?saved=yes`,
);
export const suspendPersonForm = formAction(personRef, suspendPerson, (_, { personId }) => `/admin/people/${personId}`);
export const reactivatePersonButton = buttonAction(personRef, reactivatePerson);
export const addLevelForm = formAction(newLevel, addLevel, () => "/admin/organisation");
export const renameLevelForm = formAction(levelName, renameLevel, () => "/admin/organisation");
export const raiseLevelButton = buttonAction(levelRef, raiseLevel);
export const removeLevelForm = formAction(levelRef, removeLevel, () => "/admin/organisation");

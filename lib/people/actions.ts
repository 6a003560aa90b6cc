"use server";

import { buttonAction, formAction } from "../access/action";
import { addPerson, changePerson, reactivatePerson, suspendPerson } from "./commands";
import { newPerson, personChange, personRef } from "./schema";

export const addPersonForm = formAction(newPerson, addPerson, ({ personId }) => `/admin/people/${personId}`);
export const changePersonForm = formAction(
  personChange,
  changePerson,
  (_, { personId }) => `/admin/people/${personId}?saved=yes`,
);
export const suspendPersonForm = formAction(personRef, suspendPerson, (_, { personId }) => `/admin/people/${personId}`);
export const reactivatePersonButton = buttonAction(personRef, reactivatePerson);

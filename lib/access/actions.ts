"use server";

import { z } from "zod";
import { visitorButtonAction, visitorFormAction } from "./action";
import { signInAsDemo } from "./demo-sign-in";
import { requestLink, signInByLink } from "./mail-link";
import { demoChoice, linkRequest, linkUse, setUpInput } from "./schema";
import { closeSession } from "./session";
import { setUp } from "./setup";

export const signOutButton = visitorButtonAction(z.strictObject({}), closeSession, "/sign-in");
export const signInAsDemoButton = visitorButtonAction(demoChoice, signInAsDemo, ({ next }) => next);
export const requestLinkForm = visitorFormAction(linkRequest, requestLink, () => "/sign-in/sent");
export const signInByLinkForm = visitorFormAction(linkUse, signInByLink, (_, { next }) => next);
export const setUpForm = visitorFormAction(setUpInput, setUp, () => "/admin/people");

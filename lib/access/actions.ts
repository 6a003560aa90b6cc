"use server";

import { z } from "zod";
import { visitorButtonAction } from "./action";
import { closeSession } from "./session";

export const signOutButton = visitorButtonAction(z.strictObject({}), closeSession, "/sign-in");

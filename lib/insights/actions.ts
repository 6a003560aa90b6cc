"use server";

import { z } from "zod";
import { action, formAction } from "../access/action";
import { noteVisit } from "./changes";
import { targetsInput } from "./schema";
import { changeTargets } from "./targets";

export const noteVisitAction = action(z.strictObject({}), noteVisit);
export const changeTargetsForm = formAction(targetsInput, changeTargets, () => "/admin/goals?saved=targets");

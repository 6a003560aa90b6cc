"use server";

import { z } from "zod";
import { action } from "../access/action";
import { noteVisit } from "./changes";

export const noteVisitAction = action(z.strictObject({}), noteVisit);

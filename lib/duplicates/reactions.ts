import type { z } from "zod";
import type { Follow } from "../platform/react";
import { findDuplicatesOf } from "./compare-idea";

/** Looks for ideas that say the same as one that is new, reads differently, or has others as part of it from now on. */
export const findDuplicates: Follow<z.ZodType> = ({ subjectId }) => findDuplicatesOf(subjectId);

"use client";

import type { FormState } from "@/lib/platform/outcome";
import { FormProblem } from "./form-problem";

/** Why a form was refused, unless one of its fields says so already. */
export function FormRefusal({ before }: { before: FormState }) {
  return before && Object.keys(before.fields).length === 0 ? <FormProblem error={before.reason} /> : null;
}

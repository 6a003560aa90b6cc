"use client";

import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";
import { FieldFrame, type FieldTexts } from "./field-frame";

/**
 * A one-line input with its label, hint and error.
 *
 * Form controls take the *names* of their texts and translate them themselves, so that a zod message or a server's
 * refusal can be handed in as it is: `<Field label="ideas.title" error={errors.title?.message} {...register("title")} />`.
 * The same element works in a form without JavaScript: give it `name` and `defaultValue` instead of `register`.
 */
export function Field({ label, hint, error, optional, id, className, ...rest }: FieldTexts & ComponentProps<"input">) {
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => <input className={cx(controlStyle, "h-control", className)} {...rest} {...wiring} />}
    </FieldFrame>
  );
}

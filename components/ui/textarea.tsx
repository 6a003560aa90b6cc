"use client";

import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";
import { FieldFrame, type FieldTexts } from "./field-frame";

/** A text of several lines with its label, hint and error. Grows with what is typed where the browser can. */
export function Textarea(props: FieldTexts & ComponentProps<"textarea">) {
  const { label, hint, error, optional, id, className, rows = 5, ...rest } = props;
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <textarea
          rows={rows}
          className={cx(controlStyle, "field-sizing-content min-h-24 py-2 leading-relaxed", className)}
          {...rest}
          {...wiring}
        />
      )}
    </FieldFrame>
  );
}

"use client";

import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";
import { FieldFrame, type FieldTexts } from "./field-frame";
import { ChevronDown } from "./icons";

/** A choice from a list with its label, hint and error. The browser's own list: it works everywhere, with any input. */
export function Select(props: FieldTexts & ComponentProps<"select">) {
  const { label, hint, error, optional, id, className, ...rest } = props;
  return (
    <FieldFrame label={label} hint={hint} error={error} optional={optional} id={id}>
      {(wiring) => (
        <div className="relative">
          <select className={cx(controlStyle, "h-control appearance-none pr-9", className)} {...rest} {...wiring} />
          <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-muted" />
        </div>
      )}
    </FieldFrame>
  );
}

"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import { LoaderCircle } from "./icons";

/**
 * A form's main button. While the form is on its way it turns, keeps the focus, and ignores a second press.
 *
 * @param isSubmitting for forms that a script sends (`formState.isSubmitting`); plain forms are noticed by themselves
 */
export function SubmitButton({
  isSubmitting = false,
  children,
  ...rest
}: ComponentProps<typeof Button> & { isSubmitting?: boolean }) {
  const { pending } = useFormStatus();
  const isBusy = pending || isSubmitting;
  return (
    <Button
      variant="primary"
      {...rest}
      type="submit"
      aria-disabled={isBusy || undefined}
      onClick={(event) => (isBusy ? event.preventDefault() : rest.onClick?.(event))}
    >
      {isBusy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </Button>
  );
}

import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style";

type Look = VariantProps<typeof buttonStyle>;

/** A button. Says `type="submit"` explicitly where it submits, so that no stray button ever does. */
export function Button({ variant, size, shape, className, type = "button", ...rest }: ComponentProps<"button"> & Look) {
  return <button type={type} className={buttonStyle({ variant, size, shape, className })} {...rest} />;
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({ variant, size, shape, className, ...rest }: ComponentProps<"a"> & Look) {
  return <a className={buttonStyle({ variant, size, shape, className })} {...rest} />;
}

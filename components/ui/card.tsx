import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";

/** A quiet box for one thing. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cx("rounded-card border border-line bg-surface p-5 shadow-card", className)} {...rest} />;
}

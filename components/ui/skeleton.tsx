import { cx } from "class-variance-authority";

/** A grey stand-in of the size `className` gives, for something that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("animate-pulse rounded-control bg-sunken", className)} />;
}

import type { ReactNode } from "react";

/**
 * What an empty page says: what it is, what one can do about it, and the button for that.
 *
 * @param heading `h1` where this is all there is on the page
 */
export function EmptyState(props: {
  icon: ReactNode;
  title: string;
  heading?: "h1" | "h2";
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Heading = props.heading ?? "h2";
  return (
    <div className="flex flex-col items-center rounded-card border border-line border-dashed px-6 py-14 text-center">
      <span
        aria-hidden
        className="mb-4 grid size-12 place-items-center rounded-full bg-accent-soft text-accent-text [&_svg]:size-6"
      >
        {props.icon}
      </span>
      <Heading className="font-semibold text-lg tracking-tight">{props.title}</Heading>
      {props.children && <div className="mt-1.5 max-w-prose text-muted text-sm leading-relaxed">{props.children}</div>}
      {props.action && <div className="mt-6 flex flex-wrap justify-center gap-3">{props.action}</div>}
    </div>
  );
}

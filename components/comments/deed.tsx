import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

/**
 * Something one can do with a comment: a word that opens into a small form, without JavaScript too. Of all deeds with
 * the same `name` one is open at a time.
 *
 * @param label what screen readers say instead of the word, where the word alone is not enough; begins with it
 */
export function Deed(props: {
  name: string;
  word: string;
  label?: string;
  cancel: string;
  icon: ReactNode;
  isDanger?: boolean;
  children: ReactNode;
}) {
  const { name, word, label, cancel, icon, isDanger, children } = props;
  return (
    <details name={name} className="group/deed open:basis-full">
      <summary
        className={cx(
          "inline-flex min-h-8 list-none items-center gap-1.5 rounded-control px-2 font-medium text-muted text-xs transition-colors hover:bg-sunken [&::-webkit-details-marker]:hidden [&_svg]:size-3.5",
          isDanger ? "hover:text-danger-text" : "hover:text-ink",
        )}
      >
        {icon}
        <span className="group-open/deed:hidden">
          <span aria-hidden={label !== undefined}>{word}</span>
          {label && <span className="sr-only">{label}</span>}
        </span>
        <span className="hidden group-open/deed:inline">{cancel}</span>
      </summary>
      <div className="px-2 pt-1 pb-3">{children}</div>
    </details>
  );
}

/** Closes the deed that an element is in, when it is done. */
export function closeDeed(inside: Element | null): void {
  inside?.closest("details")?.removeAttribute("open");
}

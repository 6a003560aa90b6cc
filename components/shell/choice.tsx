import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

/** A server action that a plain form calls. */
export type FormDeed = (form: FormData) => Promise<void>;

/**
 * A few buttons of which one is chosen; pressing one sends it to the server at once, with or without JavaScript.
 *
 * @param name what the form calls the chosen value
 */
export function Choice(props: {
  name: string;
  label: string;
  chosen: string;
  options: { value: string; label: string; icon?: ReactNode; lang?: string }[];
  choose: FormDeed;
}) {
  const { name, label, chosen, options, choose } = props;
  return (
    <form action={choose}>
      <fieldset className="flex rounded-control bg-sunken p-1">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            lang={option.lang}
            aria-pressed={option.value === chosen}
            className={cx(
              "flex min-h-compact flex-1 items-center justify-center gap-1.5 rounded-md px-2 text-xs transition-colors [&_svg]:size-3.5",
              option.value === chosen ? "bg-raised font-semibold text-ink shadow-card" : "text-muted hover:text-ink",
            )}
          >
            {option.icon}
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/** How every box that one types into or chooses from looks. */
export const controlStyle =
  "w-full rounded-control border border-line-strong bg-surface px-3 text-base text-ink shadow-card transition-colors hover:border-muted aria-invalid:border-danger disabled:opacity-60 sm:text-sm";

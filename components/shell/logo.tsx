/** The mark: something said, with a bolt for the tail of the bubble. */
export function Logo({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <path
        className="fill-accent"
        d="M10 2h12a8 8 0 0 1 8 8v6a8 8 0 0 1-8 8h-1.2l2.9-7.2A2 2 0 0 0 21.8 14h-2.6l2-6.6A1.8 1.8 0 0 0 18 5.8L9.2 16A2 2 0 0 0 10.700 19.400h2.500l-1.600 4.600H10a8 8 0 0 1-8-8v-6a8 8 0 0 1 8-8z"
      />
      <path className="fill-spark" d="M19.300 7 10.600 17.400h5.500L12.400 30l9.600-14h-5.300z" />
    </svg>
  );
}

/** The mark with the product's name. */
export function Brand({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Logo />
      <span
        className={
          compact
            ? "sr-only lg:not-sr-only lg:font-bold lg:text-lg lg:tracking-tight"
            : "font-bold text-lg tracking-tight"
        }
      >
        Tormenta
      </span>
    </span>
  );
}

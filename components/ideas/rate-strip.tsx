import type { SupportRate } from "@/lib/ideas/schema";

const at = (share: number) => Math.round(share * 1000) / 10;

/** Between what an idea's support lies on a line from none to all, and what to expect. The same is written beside it. */
export function RateStrip({ low, expected, high }: SupportRate) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="my-1.5 h-2 w-full rounded-full bg-sunken"
    >
      <rect x={at(low)} width={Math.max(at(high) - at(low), 0.5)} height={8} className="fill-accent opacity-35" />
      <rect x={at(expected) - 0.75} width={1.5} height={8} className="fill-accent" />
    </svg>
  );
}

import type { ReactNode } from "react";

/** How the parts of a whole look, told apart by colour and by pattern; an eighth and further ones look alike. */
const parts: { ground: string; mark: ReactNode; writing?: string }[] = [
  { ground: "fill-accent", mark: null, writing: "fill-accent-ink" },
  { ground: "fill-storm-soft", mark: <path d="M-1 7 7-1M3 11l8-8" strokeWidth={2.5} className="stroke-storm" /> },
  { ground: "fill-spark", mark: null, writing: "fill-spark-ink" },
  { ground: "fill-sunken", mark: <circle cx={4} cy={4} r={1.75} className="fill-muted" /> },
  { ground: "fill-success-soft", mark: <path d="M0 4h8" strokeWidth={2.5} className="stroke-success" /> },
  { ground: "fill-danger-soft", mark: <path d="M-1 1 7 9M1-1l8 8" strokeWidth={2.5} className="stroke-danger" /> },
  { ground: "fill-surface", mark: <path d="M4 0v8" strokeWidth={1.5} className="stroke-line-strong" /> },
];

const nameOf = (of: string, index: number) => `${of}-part-${Math.min(index, parts.length - 1)}`;

/** Draws the patterns once, for all parts of a section's chart. */
export function PartPatterns({ of }: { of: string }) {
  return (
    <svg aria-hidden width={0} height={0} className="absolute">
      <defs>
        {parts.map(({ ground, mark }, index) => (
          <pattern key={ground} id={nameOf(of, index)} width={8} height={8} patternUnits="userSpaceOnUse">
            <rect width={8} height={8} className={ground} />
            {mark}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** What fills a part. */
export const partFill = (of: string, index: number): string => `url(#${nameOf(of, index)})`;

/** How a figure is written on a part: plain fills carry one, beside a pattern it clears its own ground. */
export const partWriting = (index: number) => {
  const writing = parts[index]?.writing;
  return writing
    ? { className: writing }
    : { className: "fill-ink stroke-surface", strokeWidth: 4, strokeLinejoin: "round" as const };
};

/** A small piece of a part, for a legend. */
export function PartSample({ of, index }: { of: string; index: number }) {
  return (
    <svg aria-hidden className="h-3 w-5 shrink-0">
      <rect x={0.5} y={0.5} width={19} height={11} rx={1.5} fill={partFill(of, index)} className="stroke-line-strong" />
    </svg>
  );
}

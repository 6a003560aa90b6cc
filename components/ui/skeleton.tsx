import { cx } from "class-variance-authority";

/** What kind of page an outline stands for. */
export type SkeletonKind = "list" | "article" | "form" | "table";

/** The outline of a page that is still on its way. Silent: whoever shows it says that something comes. */
export function Skeleton({ kind }: { kind: SkeletonKind }) {
  const Body = bodies[kind];
  return (
    <div aria-hidden data-skeleton={kind} className="animate-pulse space-y-6">
      <div className="space-y-3">
        <Bar className="h-8 w-2/5" />
        <Bar className="h-4 w-3/5" />
      </div>
      <Body />
    </div>
  );
}

const bodies = {
  list: () => <Repeat times={5} className="h-32 rounded-card" />,
  article: () => (
    <div className="space-y-4">
      <Repeat times={4} className="h-4" />
      <Bar className="h-4 w-3/4" />
      <Bar className="mt-10 h-24 rounded-card" />
    </div>
  ),
  form: () => (
    <div className="max-w-3xl space-y-6">
      <Bar className="h-4 w-1/4" />
      <Bar className="h-10" />
      <Bar className="h-4 w-1/4" />
      <Bar className="h-40 rounded-card" />
      <Bar className="h-10 w-36" />
    </div>
  ),
  table: () => (
    <div className="space-y-2">
      <Repeat times={9} className="h-12" />
    </div>
  ),
} satisfies Record<SkeletonKind, () => unknown>;

const Repeat = ({ times, className }: { times: number; className: string }) =>
  Array.from({ length: times }, (_, place) => <Bar key={place} className={className} />);

const Bar = ({ className }: { className: string }) => <div className={cx("rounded-control bg-line/70", className)} />;

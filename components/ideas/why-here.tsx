import type { Format } from "@/lib/platform/i18n/format";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { ListedIdea, Order } from "@/lib/ranking/schema";

type Asked = { idea: ListedIdea; order: Order; t: Translate; format: Format };

const share = (format: Format, of: number) => format.number(of, { style: "percent", maximumFractionDigits: 0 });

/** How sure one can be of an idea's support, with figures. */
function supportSaid({ idea: { support }, t, format }: Omit<Asked, "order">): string {
  if (!support) return t("ranking.notRanked");
  const range = { low: share(format, support.low), high: share(format, support.high) };
  if (support.seen === null) return t("ranking.hardlySeen", range);
  return t("ranking.seen", { ...range, seen: support.seen, supporters: support.supporters ?? 0 });
}

/** Why an idea stands where it does, in one sentence or two with its figures. */
function reasonOf(asked: Asked): string {
  const { idea, order, t, format } = asked;
  const date = format.dateTime(idea.submittedAt, { dateStyle: "long" });
  switch (order) {
    case "merit":
      return `${supportSaid(asked)} ${t("ranking.byMerit")}`;
    case "discover":
      return `${supportSaid(asked)} ${t("ranking.byLot")}`;
    case "relevant":
      return `${t("ranking.byWords")} ${supportSaid(asked)}`;
    case "new":
      return t("ranking.byDate", { date });
    case "unanswered":
      return t("ranking.byWaiting", { date });
    case "trending":
      return t("ranking.byTrend", { date, votes: idea.votes });
    case "supported":
      return t("ranking.byVotes", { votes: idea.votes, supporters: idea.supporters });
    case "discussed":
      return t("ranking.byComments", { comments: idea.comments });
  }
}

/** Answers "why is it here?" of an idea in a list, when it is asked. */
export function WhyHere(asked: Asked) {
  return (
    <details className="relative z-1 open:basis-full">
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-ink">
        {asked.t("ranking.why")}
      </summary>
      <p className="mt-1 max-w-prose text-sm leading-relaxed">{reasonOf(asked)}</p>
    </details>
  );
}

import type { Format } from "@/lib/platform/i18n/format";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { Order } from "@/lib/ranking/orders";
import type { ListedIdea } from "@/lib/ranking/schema";
import { rateSaid } from "./rate-said";

type Asked = { idea: ListedIdea; order: Order; t: Translate; format: Format };

/** Why an idea stands where it does, in one sentence or two with its figures. */
function reasonOf({ idea, order, t, format }: Asked): string {
  const said = rateSaid(idea.supportRate, idea.votes, t, format);
  const date = format.dateTime(idea.submittedAt, { dateStyle: "long" });
  switch (order) {
    case "merit":
      return `${said} ${t("ranking.byMerit")}`;
    case "discover":
      return `${said} ${t("ranking.byLot")}`;
    case "relevant":
      return `${t("ranking.byWords")} ${said}`;
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

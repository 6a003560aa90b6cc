import type { ReactNode } from "react";
import type { Clock } from "@/lib/desk/schema";
import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { ArrowBigUp, MessageSquare } from "../ui/icons";
import { Due } from "./due";

type Facts = {
  review: Idea["review"];
  clock: Clock;
  votes: number;
  comments: number;
};

/** Where a review stands: what is due, whose it is, and what stands behind it. */
export function ReviewFacts({ review, clock, votes, comments, ...voice }: Facts & Voice) {
  const { t } = voice;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-card border border-line bg-surface px-4 py-4 text-sm shadow-card">
      <Fact name={t("desk.clock")}>
        <Due idea={clock} {...voice} />
      </Fact>
      <Fact name={t("desk.owner")}>{review?.owner?.name ?? t("desk.noOwner")}</Fact>
      {review?.group && <Fact name={t("desk.group")}>{review.group.name}</Fact>}
      <Fact name={t("desk.behindIt")} isWide>
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 [&_svg]:size-3.5">
          <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
            <ArrowBigUp aria-hidden />
            {t("desk.votes", { count: votes })}
          </span>
          <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
            <MessageSquare aria-hidden />
            {t("search.comments", { count: comments })}
          </span>
        </span>
      </Fact>
      {review && review.waitedDays > 0 && (
        <Fact name={t("desk.waited")}>{t("desk.workingDays", { count: review.waitedDays })}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, isWide, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? "col-span-full min-w-0" : "min-w-0"}>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="wrap-anywhere mt-0.5 font-medium">{children}</dd>
    </div>
  );
}

import { cx } from "class-variance-authority";
import type { ReactNode } from "react";
import type { Idea, Review } from "@/lib/ideas/schema";
import { isUndecided } from "@/lib/ideas/states";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Avatar } from "../ui/avatar";
import { CircleCheck, Clock, Hourglass, type Icon, TriangleAlert } from "../ui/icons";
import { dayOf, promisedDay } from "./promised-day";

/**
 * Who answers for an idea that waits for a decision, and until when: what is kept, what is to come, and honestly what is
 * late. Nothing where nothing was promised.
 */
export function ReviewPromise({ idea, ...voice }: { idea: Idea } & Voice) {
  const { review, status } = idea;
  const { t, format } = voice;
  if (!review || !isUndecided(status) || !(review.owner || review.dueAt || review.waitingSince)) return null;
  return (
    <section aria-label={t("promises.promise")} className="rounded-card border border-line bg-surface shadow-card">
      <Owner review={review} {...voice} />
      {(review.dueAt || review.waitingSince) && (
        <ul className="space-y-3 border-line border-t px-4 py-3.5 text-sm leading-snug">
          {review.waitingSince && (
            <Step icon={Hourglass} tone="text-warning-text">
              {t("promises.waitingSince", { day: dayOf(review.waitingSince, format) })}
            </Step>
          )}
          <Answer review={review} {...voice} />
          <Decision review={review} {...voice} />
          {review.waitedDays > 0 && (
            <li className="text-muted text-xs leading-relaxed">
              {t("promises.waitedDays", { days: review.waitedDays })}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function Owner({ review, t }: { review: Review } & Voice) {
  const { owner, group } = review;
  if (!owner) return <p className="px-4 py-3.5 text-muted text-sm">{t("promises.nobodyYet")}</p>;
  return (
    <p className="flex items-center gap-3 px-4 py-3.5">
      <Avatar name={owner.name} />
      <span className="min-w-0 text-sm leading-snug">
        <strong className="block font-semibold">{owner.name}</strong>
        <span className="text-muted text-xs">
          {group ? t("promises.answersForItIn", { group: group.name }) : t("promises.answersForIt")}
        </span>
      </span>
    </p>
  );
}

function Answer({ review, t, format, now }: { review: Review } & Voice) {
  const { answeredAt, answerDueAt, waitingSince } = review;
  if (answeredAt)
    return (
      <Step icon={CircleCheck} tone="text-success-text">
        {t("promises.answered", { day: dayOf(answeredAt, format) })}
      </Step>
    );
  if (!answerDueAt || waitingSince) return null;
  const day = promisedDay(answerDueAt, format);
  if (answerDueAt <= now) return <Late>{t("promises.answerLate", { day })}</Late>;
  return <Step icon={Clock}>{t("promises.answerBy", { day })}</Step>;
}

function Decision({ review, t, format, now }: { review: Review } & Voice) {
  const { decisionDueAt, waitingSince } = review;
  if (!decisionDueAt || waitingSince) return null;
  const day = promisedDay(decisionDueAt, format);
  if (decisionDueAt <= now) return <Late>{t("promises.decisionLate", { day })}</Late>;
  return <Step icon={Clock}>{t("promises.decisionBy", { day })}</Step>;
}

const Late = ({ children }: { children: ReactNode }) => (
  <Step icon={TriangleAlert} tone="text-danger-text">
    {children}
  </Step>
);

const Step = ({ icon: Drawing, tone, children }: { icon: Icon; tone?: string; children: ReactNode }) => (
  <li className={cx("flex gap-2.5", tone)}>
    <Drawing className={cx("mt-px size-4.5 shrink-0", !tone && "text-muted")} />
    <span className="min-w-0">{children}</span>
  </li>
);

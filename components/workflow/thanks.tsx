import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Banner } from "../ui/banner";
import { promisedDay } from "./promised-day";

/** How long somebody is thanked for an idea: for the first look at it, and a second one. */
const FRESH_MS = 10 * 60 * 1000;

/** What an author reads after submitting: that it arrived, who answers, and until when. */
export function Thanks({ idea, t, format, now }: { idea: Idea } & Voice) {
  const { submittedAt, review, status } = idea;
  const isFresh = submittedAt && now.getTime() - submittedAt.getTime() < FRESH_MS;
  if (status !== "submitted" || !isFresh || !review?.answerDueAt || review.answeredAt) return null;
  const day = promisedDay(review.answerDueAt, format);
  return (
    <Banner tone="success">
      <span className="font-semibold">{t("promises.thanks")}</span>{" "}
      {review.owner ? t("promises.thanksBy", { name: review.owner.name, day }) : t("promises.thanksSomebody", { day })}
    </Banner>
  );
}

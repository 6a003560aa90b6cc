"use client";

import { cva } from "class-variance-authority";
import { type FormEvent, useState } from "react";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useFormatter, useTranslations } from "@/lib/platform/i18n/use-translations";
import { castVoteAction, castVoteButton, withdrawVoteAction, withdrawVoteButton } from "@/lib/votes/actions";
import type { Tally } from "@/lib/votes/schema";
import { ArrowBigUp, Check } from "../ui/icons";
import { unreachable } from "../ui/unreachable";
import { VoteCount } from "./vote-count";

const buttonStyle = cva(
  "group select-none font-semibold tabular-nums transition duration-150 hover:shadow-raised active:scale-95 motion-reduce:active:scale-100",
  {
    variants: {
      size: {
        small: "flex w-14 flex-col items-center rounded-card px-1 py-1.5 text-sm leading-tight",
        large: "inline-flex h-12 items-center gap-2.5 rounded-full ps-4 pe-5 text-base",
      },
      mine: {
        true: "border-2 border-spark bg-spark text-spark-ink",
        false: "border-2 border-spark bg-surface text-ink hover:bg-spark-soft",
      },
    },
  },
);

/**
 * The vote of one person for one idea: pressed it counts at once, pressed again it is taken back; what the server
 * refuses is undone and explained. Without JavaScript it is a form that comes back to the same page, which then says how
 * things stand.
 *
 * @param hindrance why the reader may not vote, from `voteHindrance`; then there is the count and no button
 * @param next the path of the page it stands on, for browsers without JavaScript; the idea's own page unless told
 * @param size `small` is a tile for lists
 */
export function VoteButton(props: {
  ideaId: string;
  tally: Tally;
  hindrance?: MessageKey | null;
  next?: string;
  size?: "small" | "large";
}) {
  const { ideaId, tally, hindrance = null, next = "", size = "large" } = props;
  const t = useTranslations();
  const format = useFormatter();
  // An answer of the server holds until the page brings newer figures.
  const [answer, setAnswer] = useState<{ to: Tally; tally: Tally } | null>(null);
  // Plain state rather than a transition: React lets one that hangs hold up all others, going to another page included.
  const [foreseen, foresee] = useState<Tally | null>(null);
  const shown = foreseen ?? (answer?.to === tally ? answer.tally : tally);
  const [refusal, setRefusal] = useState<MessageKey | null>(null);

  if (hindrance) return <VoteCount votes={shown.votes} hindrance={hindrance} size={size} />;

  async function press(event: FormEvent) {
    event.preventDefault();
    if (foreseen) return;
    const [deed, wished] = shown.mine
      ? [withdrawVoteAction, { votes: shown.votes - 1, mine: false }]
      : [castVoteAction, { votes: shown.votes + 1, mine: true }];
    setRefusal(null);
    foresee(wished);
    const outcome = await deed({ ideaId }).catch(() => unreachable);
    if (outcome.ok) setAnswer({ to: tally, tally: outcome.data });
    else setRefusal(outcome.reason);
    foresee(null);
  }

  const Icon = shown.mine ? Check : ArrowBigUp;
  return (
    <form
      action={shown.mine ? withdrawVoteButton : castVoteButton}
      onSubmit={press}
      className={size === "small" ? "relative" : "flex flex-wrap items-center gap-3"}
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <input type="hidden" name="next" value={next} />
      <button
        type="submit"
        aria-pressed={shown.mine}
        aria-label={t(shown.mine ? "votes.voted" : "votes.vote", { votes: shown.votes })}
        title={shown.mine ? t("votes.takeBack") : undefined}
        className={buttonStyle({ size, mine: shown.mine })}
      >
        <Icon aria-hidden className={shown.mine ? "size-5" : "size-5 fill-spark text-spark-text"} />
        {size === "small" ? (
          format.number(shown.votes)
        ) : (
          <>
            <span>{t(shown.mine ? "votes.votedShort" : "votes.voteShort")}</span>{" "}
            <span className="font-normal opacity-80">{t("votes.count", { votes: shown.votes })}</span>
          </>
        )}
      </button>
      {refusal && (
        <p role="alert" className="text-danger-text text-sm">
          {t(refusal)}
        </p>
      )}
    </form>
  );
}

import type { ReactNode } from "react";
import type { DeliveryCard } from "@/lib/delivery/shown-schema";
import type { AnswerTemplate, Candidate, Clock, DraftedAnswer, Neighbours, Note, Queue } from "@/lib/desk/schema";
import type { Idea, Named } from "@/lib/ideas/schema";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Voice } from "@/lib/platform/i18n/translate";
import { BeginLink } from "../delivery/begin-link";
import { Banner } from "../ui/banner";
import { BesideList } from "./beside-list";
import { DeedList } from "./deed-list";
import type { Deed } from "./deed-names";
import { DeskIdea } from "./desk-idea";
import { DeskKeys } from "./desk-keys";
import { deskAgain, deskPath, queuePath } from "./desk-path";
import { DeskSteps } from "./desk-steps";
import { NoteList } from "./note-list";
import { ResumeForm } from "./other-forms";
import { ReviewFacts } from "./review-facts";

type Beside = Pick<Idea, "id" | "title" | "status" | "language">;

/** Everything that an idea's review side shows. */
export type Desk = {
  idea: Idea;
  mayReview: boolean;
  clock: Clock & { votes: number; comments: number };
  neighbours: Neighbours;
  notes: Note[] | null;
  colleagues: string[];
  similar: Beside[];
  others: Beside[];
  candidates: Candidate[];
  templates: AnswerTemplate[];
  draft: DraftedAnswer | null;
  groups: Named[];
  likely: Beside[];
  /** Whether the author asks for it to become part of another one. */
  isWished: boolean;
};

/**
 * An idea's review side: what it says, what can be done with it, what colleagues say about it in private.
 *
 * @param newKey a random UUID for the next note
 * @param alignment which goals it serves, if the page has it
 * @param delivery what brings it about, if something does
 * @param evaluation what colleagues think of it by marks, if the page has it
 */
export function DeskView(
  props: {
    desk: Desk;
    queue: Queue;
    open?: Deed | undefined;
    newKey: string;
    locale: Locale;
    alignment?: ReactNode;
    evaluation?: ReactNode;
    delivery?: DeliveryCard | null;
  } & Voice,
) {
  const { desk, queue, open, newKey, locale, alignment, evaluation, delivery = null, ...voice } = props;
  const { idea, clock, neighbours, notes, templates, draft } = desk;
  const { t } = voice;
  const work = {
    ideaId: idea.id,
    version: idea.review?.version ?? 1,
    ownerId: idea.review?.owner?.id ?? null,
    candidates: desk.candidates,
    templates: templates.filter(({ language }) => language === idea.language),
    draft,
    onward: neighbours.next ? deskPath(neighbours.next, queue) : queuePath(queue),
    stay: deskAgain(idea.id, queue, String(idea.review?.version ?? 1)),
  };
  return (
    <div className="space-y-5">
      <DeskKeys />
      <DeskSteps queue={queue} neighbours={neighbours} t={t} />
      <div className="grid gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <DeskIdea idea={idea} readerLocale={locale} {...voice} />
        <aside aria-label={t("desk.whatToDo")} className="min-w-0 space-y-4 lg:row-span-2">
          <ReviewFacts review={idea.review} clock={clock} votes={clock.votes} comments={clock.comments} {...voice} />
          {alignment}
          {draft && (
            <Banner tone="info">
              {t("desk.draftedBy", { name: draft.draftedBy })}{" "}
              <a href="/review/drafts" className="font-medium underline">
                {t("desk.toDrafts")}
              </a>
            </Banner>
          )}
          {desk.isWished && (
            <Banner tone="info">
              {t("duplicates.wished")}{" "}
              <a href={`/ideas/${idea.id}/merge`} className="font-medium underline">
                {t("duplicates.toWish")}
              </a>
            </Banner>
          )}
          {desk.mayReview ? (
            <>
              {clock.waitingSince && <ResumeForm work={{ ...work, onward: work.stay }} />}
              <BeginLink idea={idea} delivery={delivery} t={t} />
              <DeedList
                isDelivered={delivery?.state === "open"}
                idea={idea}
                work={work}
                groups={desk.groups}
                likely={desk.likely}
                open={open ?? draftedDeed(draft)}
                t={t}
              />
            </>
          ) : (
            <p className="text-muted text-sm">{t("desk.onlyRead")}</p>
          )}
          <BesideList title={t("desk.similar")} ideas={desk.similar} locale={locale} t={t} />
          <BesideList title={t("desk.others")} ideas={desk.others} locale={locale} t={t} />
        </aside>
        <div className="min-w-0 space-y-6">
          {evaluation}
          {notes && (
            <NoteList
              onward={deskAgain(idea.id, queue, `note-${notes.length + 1}`)}
              ideaId={idea.id}
              notes={notes}
              colleagues={desk.colleagues}
              firstKey={newKey}
              {...voice}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** What is drafted already stands open. */
const draftedDeed = (draft: DraftedAnswer | null): Deed | undefined => (draft ? (draft.to ?? "answer") : undefined);

import type { ReactNode } from "react";
import type { Idea, Named } from "@/lib/ideas/schema";
import { canMove, states, undecidedStates } from "@/lib/ideas/states";
import type { Translate } from "@/lib/platform/i18n/translate";
import type { Survivor } from "../duplicates/survivor-field";
import {
  Archive,
  ChevronDown,
  CircleCheck,
  CircleX,
  Eye,
  Hourglass,
  Merge,
  MessageSquareReply,
  Rocket,
  SlidersHorizontal,
  Sparkles,
  Undo2,
  UserCheck,
} from "../ui/icons";
import { AssignForm } from "./assign-form";
import { DecisionForm, type Deskwork, type Target } from "./decision-form";
import { type Deed, deedNames } from "./deed-names";
import { MergeForm, UnmergeForm } from "./merge-forms";
import { AnswerForm, AskForm, ProgressForm } from "./other-forms";

const icons: Partial<Record<Deed, ReactNode>> = {
  in_review: <Eye />,
  accepted: <CircleCheck />,
  declined: <CircleX />,
  in_progress: <Rocket />,
  implemented: <Sparkles />,
  submitted: <Undo2 />,
  archived: <Archive />,
  answer: <MessageSquareReply />,
  ask: <Hourglass />,
  assign: <UserCheck />,
  progress: <SlidersHorizontal />,
  merged: <Merge />,
  unmerge: <Undo2 />,
};

/**
 * Everything that a reviewer can do with an idea as it stands, each with its form folded below it: one is open at a time.
 *
 * @param open the form that the address asks for
 */
export function DeedList(props: {
  idea: Pick<Idea, "status" | "review" | "duplicates">;
  work: Deskwork;
  groups: Named[];
  /** Ideas that most likely say the same. */
  likely: Survivor[];
  /** Whether its delivery tells how far it has come. */
  isDelivered?: boolean;
  open?: Deed | undefined;
  t: Translate;
}) {
  const { idea, work, groups, likely, isDelivered = false, open, t } = props;
  const { status, review } = idea;
  const targets = (states[status].next.reviewer ?? []) as Target[];
  const isUndecided = undecidedStates.some((one) => one === status);
  return (
    <div className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {targets.map((to) => (
        <Foldout key={to} deed={to} open={open} t={t}>
          <DecisionForm to={to} work={work} />
        </Foldout>
      ))}
      {status === "in_progress" && !isDelivered && (
        <Foldout deed="progress" open={open} t={t}>
          <ProgressForm work={work} progress={review?.progress ?? 0} nextOn={review?.nextOn ?? null} />
        </Foldout>
      )}
      {states[status].commentable && (
        <Foldout deed="answer" open={open} t={t}>
          <AnswerForm work={work} />
        </Foldout>
      )}
      {isUndecided && !review?.waitingSince && (
        <Foldout deed="ask" open={open} t={t}>
          <AskForm work={work} />
        </Foldout>
      )}
      {states[status].commentable && (
        <Foldout deed="assign" open={open} t={t}>
          <AssignForm work={{ ...work, onward: work.stay }} groups={groups} group={review?.group ?? null} />
        </Foldout>
      )}
      {canMove("merge", status, "merged") && idea.duplicates.length === 0 && (
        <Foldout deed="merged" open={open} t={t}>
          <MergeForm work={work} likely={likely} />
        </Foldout>
      )}
      {status === "merged" && (
        <Foldout deed="unmerge" open={open} t={t}>
          <UnmergeForm work={work} />
        </Foldout>
      )}
    </div>
  );
}

function Foldout(props: { deed: Deed; open: Deed | undefined; t: Translate; children: ReactNode }) {
  const { deed, open, t, children } = props;
  const { title, key } = deedNames[deed];
  return (
    <details name="deed" open={open === deed} className="group/deed">
      <summary
        data-key={key}
        aria-keyshortcuts={key}
        className="-outline-offset-2 flex min-h-11 list-none items-center gap-3 px-4 py-2.5 font-medium text-sm transition-colors hover:bg-sunken group-open/deed:bg-sunken [&::-webkit-details-marker]:hidden [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-muted"
      >
        {icons[deed]}
        <span className="flex-1">{t(title)}</span>
        <kbd
          aria-hidden
          className="in-data-[shortcuts=off]:invisible rounded border border-line px-1.5 font-sans text-muted text-xs leading-5 pointer-coarse:hidden"
        >
          {key}
        </kbd>
        <ChevronDown aria-hidden className="transition-transform group-open/deed:rotate-180" />
      </summary>
      <div className="px-4 pt-3 pb-5">{children}</div>
    </details>
  );
}

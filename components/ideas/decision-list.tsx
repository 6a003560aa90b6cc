import { cx } from "class-variance-authority";
import type { Idea } from "@/lib/ideas/schema";
import { kindNames } from "@/lib/ideas/states";
import type { Voice } from "@/lib/platform/i18n/translate";
import { markdownToHtml } from "@/lib/platform/markdown";
import { Markdown } from "../ui/markdown";
import { StatusBadge } from "./status-badge";

/** More than this is about more than six lines of the column, and starts folded. */
const LONG_REASON = 520;

const folded =
  "mask-b-from-50% max-h-[9.75em] overflow-hidden group-has-[details[open]]/reason:mask-none group-has-[details[open]]/reason:max-h-none print:mask-none print:max-h-none";

/** What was decided about an idea, and why, oldest first. */
export function DecisionList(props: { decisions: Idea["decisions"]; lang?: string } & Voice) {
  const { decisions, lang, t, format } = props;
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions" className="rounded-card border border-line bg-surface p-5 shadow-card">
      <h2 id="decisions" className="font-semibold text-lg tracking-tight">
        {t("ideas.decisions")}
      </h2>
      <ol className="mt-4 space-y-6">
        {decisions.map(({ fromStatus, toStatus, kind, reason, decidedBy, decidedAt }, index) => (
          <li key={index} className="border-line border-s-2 ps-4">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
              {fromStatus === toStatus ? <span>{t("ideas.answer")}</span> : <StatusBadge status={toStatus} t={t} />}
              {decidedAt && (
                <time dateTime={decidedAt.toISOString()}>{format.dateTime(decidedAt, { dateStyle: "medium" })}</time>
              )}
              {kind && <Kind kind={kind} lang={lang} t={t} />}
              {decidedBy && <span>{t("ideas.answeredBy", { name: decidedBy.name })}</span>}
            </div>
            {reason ? (
              <Reason reason={reason} lang={lang} t={t} />
            ) : (
              <p className="mt-2 text-muted text-sm italic">{t("ideas.decisionReasonMissing")}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Our kinds of reason have a name in every language; the sources' are shown as they came. */
function Kind({ kind, lang, t }: { kind: string; lang?: string } & Pick<Voice, "t">) {
  const name = kindNames[kind];
  return name ? <span>{t(name)}</span> : <span lang={lang}>{kind}</span>;
}

/** Legal paragraphs fold after some lines. Nothing is hidden from a screen reader, from print or from the page's search. */
function Reason({ reason, lang, t }: { reason: string; lang?: string } & Pick<Voice, "t">) {
  const isLong = reason.length > LONG_REASON;
  return (
    <div className="group/reason mt-2.5">
      <Markdown
        html={markdownToHtml(reason)}
        lang={lang}
        className={cx("max-w-[66ch] text-pretty leading-relaxed", isLong && folded)}
      />
      {isLong && (
        <details className="mt-2 print:hidden">
          <summary className="inline-flex min-h-6 cursor-pointer list-none items-center rounded font-medium text-accent-text text-sm hover:underline">
            <span className="group-has-[details[open]]/reason:hidden">{t("ideas.showWhole")}</span>
            <span className="hidden group-has-[details[open]]/reason:inline">{t("ideas.showLess")}</span>
          </summary>
        </details>
      )}
    </div>
  );
}

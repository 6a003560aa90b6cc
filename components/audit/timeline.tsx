import type { ReactNode } from "react";
import type { Step } from "@/lib/audit/schema";
import { kindNames } from "@/lib/ideas/states";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate, Voice } from "@/lib/platform/i18n/translate";
import { StatusBadge } from "../ideas/status-badge";
import { ArrowRight } from "../ui/icons";
import { Time } from "../ui/time";

/** What happened to an idea, oldest first, down a line. */
export function Timeline({ ideaId, steps, ...voice }: { ideaId: string; steps: Step[] } & Voice) {
  return (
    <ol aria-label={voice.t("audit.timeline")} className="ms-1.5 space-y-5 border-line border-s-2">
      {steps.map((step, index) => (
        <li key={index} className="relative ps-5 text-sm wrap-anywhere">
          <span
            aria-hidden
            className="-start-[0.4375rem] absolute top-1.5 size-3 rounded-full border-2 border-canvas bg-line-strong"
          />
          <Told ideaId={ideaId} step={step} {...voice} />
        </li>
      ))}
    </ol>
  );
}

const link = "rounded font-medium text-accent-text hover:underline";

function Told({ ideaId, step, t, format, now }: { ideaId: string; step: Step } & Voice) {
  const { what, at, from, to, kind, version, other, isAnswered } = step;
  return (
    <>
      <p className="leading-6">
        <span className="font-medium">{sentenceOf(step, t)}</span>{" "}
        <span className="whitespace-nowrap text-muted text-xs">
          {at ? <Time at={at} now={now} format={format} /> : t("audit.dayUnknown")}
        </span>
      </p>
      {to && (
        <Line>
          {from && from !== to && (
            <>
              <StatusBadge status={from} t={t} />
              <ArrowRight className="size-3.5 text-muted" />
            </>
          )}
          <StatusBadge status={to} t={t} />
          {kind && <span className="text-muted">{wordOf(kind, t)}</span>}
        </Line>
      )}
      {other && (
        <Line>
          <a href={`/ideas/${other.id}`} className={link}>
            {other.name}
          </a>
        </Line>
      )}
      {what === "edited" && version !== null && (
        <Line>
          <a href={`/ideas/${ideaId}/history?version=${version}#versions`} className={link}>
            {t("audit.seeChange")}
          </a>
        </Line>
      )}
      {isAnswered && (
        <Line>
          <a href={`/ideas/${ideaId}#decisions`} className={link}>
            {t("audit.readAnswer")}
          </a>
        </Line>
      )}
    </>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <p className="mt-1 flex flex-wrap items-center gap-2">{children}</p>
);

/** A kind of decision; what an import brought is said as it came. */
function wordOf(kind: string, t: Translate): string {
  const name = kindNames[kind];
  return name ? t(name) : kind;
}

/** States that are a decision, and not just a step on the way to one. */
const ends = ["accepted", "implemented", "declined", "archived"];

function sentenceOf({ what, by, byId, owner, kind, progress, to }: Step, t: Translate): string {
  const name = by ?? t(what === "submitted" ? "audit.somebody" : "audit.portal");
  if (what === "assigned") return t(assignment(byId, owner, kind), { name, owner: owner?.name ?? "" });
  if (what === "merged") return t(kind === "into" ? "audit.step_mergedInto" : "audit.step_mergedFrom", { name });
  if (what === "unmerged") return t(kind === "into" ? "audit.step_unmergedInto" : "audit.step_unmergedFrom", { name });
  if (what === "moved" && to && ends.includes(to)) return t("audit.step_movedToEnd", { name });
  if (what === "progressed") return t("audit.step_progressed", { name, percent: progress ?? 0 });
  return t(`audit.step_${what}`, { name });
}

function assignment(byId: Step["byId"], owner: Step["owner"], kind: Step["kind"]): MessageKey {
  if (!owner) return "audit.step_assignedNobody";
  if (kind === "group") return "audit.step_assignedGroup";
  return owner.id === byId ? "audit.step_tookOn" : "audit.step_assignedTo";
}

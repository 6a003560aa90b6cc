import type { ToldEvent } from "@/lib/audit/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";
import { ArrowRight, ChevronRight } from "../ui/icons";
import { auditPath, type Shown } from "./audit-path";

/** Events as sentences, newest first: who did what to what, when and through which door. */
export function EventList({ events, shown, ...voice }: { events: ToldEvent[]; shown: Shown } & Voice) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <ol aria-label={voice.t("audit.events")} className="divide-y divide-line">
        {events.map((event) => (
          <Entry key={String(event.id)} event={event} shown={shown} {...voice} />
        ))}
      </ol>
    </div>
  );
}

const linked = "rounded font-medium hover:text-accent-text hover:underline";

function Entry({ event, shown, t, format }: { event: ToldEvent; shown: Shown } & Voice) {
  const { at, actor, actorId, via, what, payload } = event;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 px-4 py-3 lg:grid-cols-[auto_minmax(0,1fr)_auto_11rem]">
      <Avatar name={actor ?? t(`audit.doer_${via}`)} />
      <div className="min-w-0 space-y-1 text-sm wrap-anywhere">
        <p className="leading-6">
          {actorId ? (
            <a
              href={auditPath({ ...shown, person: actorId })}
              title={t("audit.onlyThisPerson", { name: actor ?? actorId })}
              className={linked}
            >
              {actor ?? actorId}
            </a>
          ) : (
            <span className="font-medium">{t(`audit.doer_${via}`)}</span>
          )}{" "}
          {what} <About event={event} shown={shown} t={t} />
        </p>
        <Change event={event} t={t} />
        {Object.keys(payload).length > 0 && (
          <details className="group text-muted text-xs">
            <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded hover:text-ink">
              <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" />
              {t("audit.asRecorded")}
            </summary>
            <code className="mt-1 block whitespace-pre-wrap rounded-control bg-sunken px-2.5 py-1.5 font-mono">
              {event.type} {JSON.stringify(payload)}
            </code>
          </details>
        )}
      </div>
      <div className="max-lg:col-start-2">
        <Badge>{t(`audit.via_${via}`)}</Badge>
      </div>
      <time
        dateTime={at.toISOString()}
        className="text-muted text-xs leading-6 tabular-nums max-lg:col-start-2 lg:text-end"
      >
        {format.dateTime(at, { dateStyle: "medium", timeStyle: "medium" })}
      </time>
    </li>
  );
}

/** What it happened to; leads to all that happened to it. Nobody's own deed is said to be about themselves. */
function About({ event, shown, t }: { event: ToldEvent; shown: Shown } & Pick<Voice, "t">) {
  const { subject, actorId } = event;
  if (!subject || subject.id === actorId) return null;
  return (
    <a
      href={auditPath({ ...shown, about: subject.id })}
      title={t("audit.onlyThis", { name: subject.name })}
      className={linked}
    >
      {subject.kind === "idea" ? `“${subject.name}”` : subject.name}
    </a>
  );
}

function Change({ event: { change, detail }, t }: { event: ToldEvent } & Pick<Voice, "t">) {
  if (!change && !detail) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs leading-5">
      {change && (
        <>
          <span>{change.from}</span>
          <ArrowRight className="size-3.5" />
          <span className="sr-only">{t("audit.changedTo")}</span>
          <span className="font-medium text-ink">{change.to}</span>
        </>
      )}
      {change && detail && <span aria-hidden>·</span>}
      {detail && <span>{detail}</span>}
    </p>
  );
}

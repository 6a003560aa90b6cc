import type { Changes } from "@/lib/insights/schema";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Voice } from "@/lib/platform/i18n/translate";

const names: Record<Exclude<keyof Changes, "since">, MessageKey> = {
  posted: "insights.changedPosted",
  accepted: "insights.changedAccepted",
  declined: "insights.changedDeclined",
  implemented: "insights.changedImplemented",
  broken: "insights.changedBroken",
};

/** What has happened since the reader was here before, in a line. */
export function ChangesStrip({ changes, voice: { t, format } }: { changes: Changes; voice: Voice }) {
  const happened = (Object.keys(names) as (keyof typeof names)[]).filter((what) => changes[what] > 0);
  return (
    <section
      aria-labelledby="changes-title"
      className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-card bg-accent-soft px-5 py-3 text-accent-text text-sm print:hidden"
    >
      <h2 id="changes-title" className="font-semibold">
        {t("insights.changesSince", { at: format.dateTime(changes.since, { dateStyle: "medium" }) })}
      </h2>
      {happened.length === 0 && <p>{t("insights.changedNothing")}</p>}
      {happened.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
          {happened.map((what) => (
            <li key={what}>{t(names[what], { count: changes[what] })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

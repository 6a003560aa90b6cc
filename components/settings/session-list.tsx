import type { Voice } from "@/lib/platform/i18n/translate";
import { endAllSessionsButton, endSessionButton } from "@/lib/settings/actions";
import type { OpenSession } from "@/lib/settings/schema";
import { Badge } from "../ui/badge";
import { SubmitButton } from "../ui/submit-button";
import { Time } from "../ui/time";

/** The browsers in which the reader is signed in, each with a way out. */
export function SessionList({ sessions, ...voice }: { sessions: OpenSession[] } & Voice) {
  const { t } = voice;
  return (
    <>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <Session key={session.session} {...session} {...voice} />
        ))}
      </ul>
      <form action={endAllSessionsButton}>
        <SubmitButton variant="secondary">{t("settings.signOutEverywhere")}</SubmitButton>
      </form>
    </>
  );
}

function Session({ session, browser, lastSeenAt, isHere, t, now, format }: OpenSession & Voice) {
  const name = browser || t("settings.unknownBrowser");
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-medium text-sm">
          {name}
          {isHere && <Badge tone="success">{t("settings.thisBrowser")}</Badge>}
        </p>
        <p className="text-muted text-sm">
          {t("settings.lastSeen")} <Time at={lastSeenAt} now={now} format={format} />
        </p>
      </div>
      {!isHere && (
        <form action={endSessionButton}>
          <input type="hidden" name="session" value={session} />
          <SubmitButton
            variant="secondary"
            size="small"
            aria-label={t("settings.signOutThereNamed", { browser: name })}
          >
            {t("settings.signOutThere")}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}

import { chooseMailsButton } from "@/lib/notifications/actions";
import {
  kinds,
  letterRhythms,
  type MailChoices,
  type NewsKind,
  type Rhythm,
  rhythms,
  timeZones,
} from "@/lib/notifications/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { controlStyle } from "../ui/control-style";
import { SubmitButton } from "../ui/submit-button";

/**
 * How often mails come, for each kind of news, and where one's mornings are. A plain form.
 *
 * @param ours the organisation's time zone
 */
export function MailChoicesForm({ choices, ours, t }: { choices: MailChoices; ours: string; t: Translate }) {
  return (
    <form action={chooseMailsButton} className="space-y-5">
      <div className="divide-y divide-line">
        {kinds.map((kind) => (
          <KindChoice key={kind} kind={kind} rhythms={rhythms} chosen={choices[kind]} t={t} />
        ))}
        {choices.letter && <KindChoice kind="letter" rhythms={letterRhythms} chosen={choices.letter} t={t} />}
      </div>
      <div className="space-y-1.5">
        <label htmlFor="time-zone" className="font-medium text-sm">
          {t("notifications.timeZone")}
        </label>
        <p id="time-zone-hint" className="text-muted text-sm">
          {t("notifications.timeZoneText")}
        </p>
        <select
          id="time-zone"
          name="timeZone"
          aria-describedby="time-zone-hint"
          defaultValue={choices.timeZone ?? ""}
          className={`${controlStyle} h-control max-w-sm`}
        >
          <option value="">{t("notifications.timeZoneOurs", { zone: ours.replaceAll("_", " ") })}</option>
          {timeZones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton>{t("notifications.saveMails")}</SubmitButton>
    </form>
  );
}

function KindChoice(props: {
  kind: NewsKind | "letter";
  rhythms: readonly (Rhythm | "monthly")[];
  chosen: Rhythm | "monthly";
  t: Translate;
}) {
  const { kind, rhythms, chosen, t } = props;
  return (
    <fieldset className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0">
      <legend className="sr-only">{t(`notifications.kind_${kind}`)}</legend>
      <div className="min-w-44 flex-1" aria-hidden>
        <p className="font-medium text-sm">{t(`notifications.kind_${kind}`)}</p>
        <p className="text-muted text-sm">{t(`notifications.kindText_${kind}`)}</p>
      </div>
      <div className="flex max-w-full flex-wrap gap-1 rounded-control bg-sunken p-1">
        {rhythms.map((rhythm) => (
          <label
            key={rhythm}
            className="inline-flex h-compact cursor-pointer items-center whitespace-nowrap rounded-md px-3 text-muted text-sm transition-colors hover:text-ink has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input type="radio" name={kind} value={rhythm} defaultChecked={chosen === rhythm} className="sr-only" />
            {t(`notifications.rhythm_${rhythm}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

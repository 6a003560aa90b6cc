import { confirmOutcomeButton, removeForecastButton, removeOutcomeButton } from "@/lib/delivery/actions";
import type { Forecast, Outcome } from "@/lib/delivery/benefit-schema";
import { benefitNames } from "@/lib/delivery/kinds";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { CircleCheck, X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { Time } from "../ui/time";
import { figureText } from "./delivery-words";

/** What came of a delivery, each with what shows it, who says so, and who confirmed it, or can. */
export function OutcomeList(
  props: {
    outcomes: Outcome[];
    mayConfirm: (outcome: Outcome) => boolean;
    mayRemove: (outcome: Outcome) => boolean;
  } & Voice,
) {
  const { outcomes, mayConfirm, mayRemove, t, format, now } = props;
  return (
    <ul className="divide-y divide-line border-line border-t">
      {outcomes.map((outcome) => (
        <li key={outcome.id} className="space-y-2 py-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <p className="font-medium tabular-nums">
              {outcome.year} · {t(benefitNames[outcome.kind])}: {figureText(outcome, format)}
            </p>
            <Badge tone={outcome.confirmedBy ? "success" : "warning"}>
              {outcome.confirmedBy
                ? t("delivery.confirmedBy", { name: outcome.confirmedBy.name })
                : t("delivery.unconfirmed")}
            </Badge>
          </div>
          <p className="wrap-anywhere max-w-prose whitespace-pre-line text-sm">{outcome.evidence}</p>
          <p className="text-muted text-xs">
            {outcome.statedBy?.name} · <Time at={outcome.statedAt} now={now} format={format} />
          </p>
          <div className="flex flex-wrap gap-2">
            {mayConfirm(outcome) && (
              <form action={confirmOutcomeButton}>
                <input type="hidden" name="outcomeId" value={outcome.id} />
                <input type="hidden" name="version" value={outcome.version} />
                <SubmitButton variant="secondary" size="small">
                  <CircleCheck aria-hidden />
                  {t("delivery.confirm")}
                </SubmitButton>
              </form>
            )}
            {mayRemove(outcome) && (
              <form action={removeOutcomeButton}>
                <input type="hidden" name="outcomeId" value={outcome.id} />
                <Remove name={`${outcome.year} ${t(benefitNames[outcome.kind])}`} t={t} />
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Remove({ name, t }: { name: string } & Pick<Voice, "t">) {
  return (
    <SubmitButton variant="ghost" size="small" aria-label={t("delivery.removeNamed", { name })}>
      <X aria-hidden />
      {t("delivery.remove")}
    </SubmitButton>
  );
}

/** What was expected of a delivery, each with why, and who says so. */
export function ForecastList({
  forecasts,
  mayManage,
  t,
  format,
}: { forecasts: Forecast[]; mayManage: boolean } & Voice) {
  return (
    <ul className="divide-y divide-line">
      {forecasts.map((forecast) => (
        <li key={forecast.id} className="flex items-start justify-between gap-3 py-2 text-sm">
          <div className="min-w-0">
            <p className="tabular-nums">
              {forecast.year} · {t(benefitNames[forecast.kind])}: {figureText(forecast, format)}
            </p>
            {forecast.note && <p className="wrap-anywhere max-w-prose text-muted">{forecast.note}</p>}
          </div>
          {mayManage && (
            <form action={removeForecastButton}>
              <input type="hidden" name="forecastId" value={forecast.id} />
              <Remove name={`${forecast.year} ${t(benefitNames[forecast.kind])}`} t={t} />
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

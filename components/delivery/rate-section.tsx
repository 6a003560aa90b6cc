import { removeRateButton } from "@/lib/delivery/actions";
import type { Rates } from "@/lib/delivery/rate-schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Banner } from "../ui/banner";
import { Card } from "../ui/card";
import { X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { CurrencyForm, RateForm } from "./rate-forms";

/** What currencies were worth, year by year, and those for which amounts wait. */
export function RateSection({ of, year, t, format }: { of: Rates; year: number } & Pick<Voice, "t" | "format">) {
  const { currency, rates, missing } = of;
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card className="space-y-5">
        <header>
          <h2 className="font-semibold text-lg tracking-tight">{t("delivery.rates")}</h2>
          <p className="mt-1 max-w-prose text-muted text-sm">{t("delivery.ratesLead", { currency })}</p>
        </header>
        {missing.length > 0 && (
          <Banner tone="warning">
            {t("delivery.ratesMissing", {
              list: missing.map((one) => `${one.currency} ${one.year}`).join(", "),
            })}
          </Banner>
        )}
        {rates.length > 0 && (
          <ul className="divide-y divide-line">
            {rates.map((rate) => (
              <li key={rate.id} className="flex items-start gap-3 py-2.5 text-sm">
                <div className="min-w-0 flex-1">
                  <p className="font-medium tabular-nums">
                    {t("delivery.rateSaid", {
                      ...{ year: String(rate.year), from: rate.currency, into: currency },
                      rate: format.number(Number(rate.rate), { maximumFractionDigits: 10 }),
                    })}
                  </p>
                  <p className="wrap-anywhere text-muted text-xs">
                    {[rate.source, rate.statedBy].filter(Boolean).join(" · ")}
                  </p>
                </div>
                <form action={removeRateButton}>
                  <input type="hidden" name="rateId" value={rate.id} />
                  <SubmitButton
                    variant="ghost"
                    size="small"
                    shape="icon"
                    aria-label={t("delivery.removeNamed", { name: `${rate.currency} ${rate.year}` })}
                    title={t("delivery.remove")}
                  >
                    <X aria-hidden />
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
        )}
        <RateForm key={rates.length} start={missing[0] ?? { currency: currency === "EUR" ? "USD" : "EUR", year }} />
      </Card>
      <Card className="space-y-4">
        <header>
          <h2 className="font-semibold text-lg tracking-tight">{t("delivery.ownCurrencyTitle")}</h2>
          <p className="mt-1 max-w-prose text-muted text-sm">{t("delivery.ownCurrencyLead")}</p>
        </header>
        <CurrencyForm key={currency} currency={currency} />
      </Card>
    </div>
  );
}

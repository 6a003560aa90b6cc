"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { beginTourButton, declineTourButton } from "@/lib/insights/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { SubmitButton } from "../ui/submit-button";
import { TourCard } from "./tour-card";
import { stepIn, tourSteps } from "./tour-steps";

/** The guided tour where one is on it, and on the leader's page the offer of it as long as nobody has answered that. */
export function Tour({ isOffered }: { isOffered: boolean }) {
  const here = usePathname();
  const step = stepIn(useSearchParams().get("tour"));
  if (step !== null) return <TourCard key={step} step={step} />;
  return isOffered && here === "/insights" ? <Offer /> : null;
}

function Offer() {
  const t = useTranslations();
  return (
    <section
      aria-labelledby="tour-offer"
      className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card bg-accent-soft px-5 py-4 print:hidden"
    >
      <div className="min-w-0">
        <h2 id="tour-offer" className="font-semibold text-accent-text">
          {t("tour.offer")}
        </h2>
        <p className="text-sm">{t("tour.offerText", { steps: tourSteps.length })}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <form action={beginTourButton}>
          <SubmitButton size="small">{t("tour.begin")}</SubmitButton>
        </form>
        <form action={declineTourButton}>
          <SubmitButton size="small" variant="ghost">
            {t("tour.notNow")}
          </SubmitButton>
        </form>
      </div>
    </section>
  );
}

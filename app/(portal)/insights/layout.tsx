import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";
import { Tour } from "@/components/insights/tour";
import { knownReader } from "@/lib/access/reader";
import { isTourOffered } from "@/lib/insights/tour";
import { translator } from "@/lib/platform/i18n/translate";

export default async function InsightsLayout({ children }: { children: ReactNode }) {
  const actor = await knownReader();
  if (!actor) return children;
  const t = translator(actor.locale);
  return (
    <WithTexts modules={["insights", "tour"]}>
      <Tour isOffered={await isTourOffered(actor)} />
      {children}
      <footer className="mt-8 flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm print:hidden">
        <a href="/insights/glossary" className="inline-flex min-h-6 items-center rounded hover:underline">
          {t("glossary.title")}
        </a>
        <a href="/insights/tour" className="inline-flex min-h-6 items-center rounded hover:underline">
          {t("tour.title")}
        </a>
      </footer>
    </WithTexts>
  );
}

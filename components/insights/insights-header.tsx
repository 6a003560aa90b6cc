import { pagePath } from "@/lib/insights/list-path";
import { namedUnits } from "@/lib/insights/named-units";
import {
  type Frame,
  type InsightPage,
  type InsightsInput,
  insightPages,
  pageNames,
  pageTitle,
} from "@/lib/insights/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "../ui/button";
import { Download } from "../ui/icons";
import { PageHeader } from "../ui/page-header";
import { Tabs } from "../ui/tabs";
import { longMonthText } from "./long-month-text";
import { Narrowing } from "./narrowing";

/** The head of a page about the organisation: what it is about, the way to the others, and what narrows its figures. */
export function InsightsHeader(props: { here: InsightPage; asked: InsightsInput; frame: Frame; voice: Voice }) {
  const { here, asked, frame, voice } = props;
  const { t, format } = voice;
  const [from, to] = [longMonthText(frame.from, format), longMonthText(frame.to, format)];
  return (
    <div className="mb-6 print:mb-4">
      <PageHeader
        title={t(pageTitle(here))}
        lead={
          <>
            {from === to ? t("insights.oneMonth", { month: to }) : t("insights.fromTo", { from, to })}{" "}
            {frame.freshAt
              ? t("insights.fresh", { at: format.dateTime(frame.freshAt, { dateStyle: "medium", timeStyle: "short" }) })
              : t("insights.notCounted")}
            <span className="hidden print:block">{namedUnits(frame, asked).join(" · ")}</span>
          </>
        }
        actions={
          <ButtonLink href={pagePath("export", asked)} className="print:hidden">
            <Download aria-hidden />
            {t("insights.export")}
          </ButtonLink>
        }
      />
      <div className="space-y-4 print:hidden">
        <Tabs
          label={t("insights.tabs")}
          tabs={insightPages.map((page) => ({
            href: pagePath(page, asked),
            label: t(pageNames[page]),
            current: page === here,
          }))}
        />
        <Narrowing here={here} asked={asked} frame={frame} voice={voice} />
      </div>
    </div>
  );
}

import type { ReactNode } from "react";
import type { Frame, InsightsInput } from "@/lib/insights/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { InsightsHeader } from "./insights-header";
import type { InsightPage } from "./insights-path";
import { insightTitle } from "./insights-path";

/** A page about the organisation: its head, and below it what it tells. */
export function InsightsPage(props: {
  here: InsightPage;
  asked: InsightsInput;
  frame: Frame;
  voice: Voice;
  children: ReactNode;
}) {
  const { here, voice, children } = props;
  return (
    <>
      <title>{`${voice.t(insightTitle(here))} · Tormenta`}</title>
      <InsightsHeader {...props} />
      {children}
    </>
  );
}

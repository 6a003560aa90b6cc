import type { ReactNode } from "react";
import { type Frame, type InsightPage, type InsightsInput, pageTitle } from "@/lib/insights/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { InsightsHeader } from "./insights-header";

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
      <title>{`${voice.t(pageTitle(here))} · Tormenta`}</title>
      <InsightsHeader {...props} />
      {children}
    </>
  );
}

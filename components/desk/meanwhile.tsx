"use client";

import { statusNames } from "@/lib/ideas/states";
import type { Meanwhile } from "@/lib/platform/errors";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate } from "@/lib/platform/i18n/translate";
import { useVoice } from "@/lib/platform/i18n/use-translations";
import { Banner } from "../ui/banner";
import { Time } from "../ui/time";

const told: Record<string, MessageKey> = {
  "idea.assigned": "desk.didAssign",
  "idea.answered": "desk.didAnswer",
  "idea.paused": "desk.didPause",
  "idea.resumed": "desk.didResume",
  "idea.progressed": "desk.didProgress",
  "idea.withdrawn": "desk.didWithdraw",
};

const isStatus = (name: unknown): name is keyof typeof statusNames => typeof name === "string" && name in statusNames;

function whatOf({ type, detail }: Meanwhile, t: Translate): string {
  const { to } = detail;
  if (type === "idea.moved" && isStatus(to)) return t("desk.didMove", { state: t(statusNames[to]) });
  return t(told[type] ?? "desk.didChange");
}

/** The newest version of a review that others made, so that one's own words can go on from there. */
export const versionAfter = (meanwhile: Meanwhile[], before: number): number =>
  Math.max(before, ...meanwhile.map(({ detail }) => Number(detail.version) || 0));

/** What a colleague did while one was still writing. What was typed stays; sending it again sends it knowing this. */
export function WhatOthersDid({ meanwhile }: { meanwhile: Meanwhile[] }) {
  const { t, ...voice } = useVoice();
  return (
    <Banner tone="warning">
      <p className="font-semibold">{t("desk.overtaken")}</p>
      <ul className="my-1.5 list-disc ps-5">
        {meanwhile.map((step, index) => (
          <li key={index}>
            <span className="font-medium">{step.by ?? t("desk.byItself")}</span>: {whatOf(step, t)},{" "}
            <Time at={new Date(step.at)} {...voice} />
          </li>
        ))}
      </ul>
      <p>{t("desk.overtakenKept")}</p>
    </Banner>
  );
}

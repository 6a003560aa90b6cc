"use client";

import type { Dealt } from "@/lib/desk/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Banner } from "../ui/banner";
import { WhatOthersDid } from "./meanwhile";

/** What became of several ideas: how many were done, and which were not and why. */
export function DealtList({ dealt }: { dealt: Dealt[] }) {
  const t = useTranslations();
  const refused = dealt.filter(({ refusal }) => refusal);
  return (
    <div className="space-y-3">
      <Banner tone={refused.length > 0 ? "info" : "success"}>
        {t("desk.dealt", { done: dealt.length - refused.length, all: dealt.length })}
      </Banner>
      {refused.map(({ ideaId, title, refusal }) => (
        <section key={ideaId} aria-label={title} className="space-y-2 rounded-card border border-line bg-surface p-4">
          <a href={`/review/${ideaId}`} className="font-medium hover:underline">
            {title}
          </a>
          {refusal && refusal.meanwhile.length > 0 ? (
            <WhatOthersDid meanwhile={refusal.meanwhile} />
          ) : (
            <p className="text-danger-text text-sm">{refusal && t(refusal.reason)}</p>
          )}
        </section>
      ))}
    </div>
  );
}

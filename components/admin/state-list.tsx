"use client";

import type { StateWords } from "@/lib/ideas/schema";
import { locales } from "@/lib/platform/i18n/locales";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import { Badge } from "../ui/badge";
import { Pencil } from "../ui/icons";
import { StateForm } from "./state-form";

/** The states as they are shown here, each with a way to name and colour it. `open` is the one changed just now. */
export function StateList({ states, open }: { states: StateWords[]; open?: StateWords["status"] }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {states.map((state) => {
        const { status, own, usual, tone } = state;
        const others = locales.filter((other) => other !== locale).map((other) => own[other] || usual[other]);
        return (
          <li key={status}>
            <details open={status === open}>
              <summary className="-outline-offset-2 flex min-h-14 list-none flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 hover:bg-sunken sm:grid sm:grid-cols-[14rem_minmax(0,1fr)_auto_auto]">
                <span>
                  <Badge tone={tone}>{own[locale] || usual[locale]}</Badge>
                </span>
                <span className="text-muted text-sm">{others.join(" · ")}</span>
                <span className="text-muted text-xs">
                  <span className="sr-only">{t("settings.stateSystemName")} </span>
                  <code className="font-mono">{status}</code>
                </span>
                <Pencil className="ms-auto size-4 shrink-0 text-muted" />
                <span className="sr-only">{t("settings.stateChange")}</span>
              </summary>
              <div className="border-line border-t px-4 py-5">
                <StateForm state={state} />
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

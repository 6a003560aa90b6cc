"use client";

import { useState } from "react";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate } from "@/lib/platform/i18n/translate";
import { useFormatter, useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import type { SimilarIdea } from "@/lib/search/schema";
import { Button } from "../ui/button";
import { ArrowBigUp } from "../ui/icons";
import { SimilarItem } from "./similar-item";

/**
 * Ideas like the one that is being written, beside the form. How many there are is read out in a pause; nothing has to
 * be done about it.
 *
 * @param support gives the writer's vote to one of them and leads there; answers why not, if it could not
 */
export function SimilarWhileWriting(props: {
  found: SimilarIdea[];
  support: (ideaId: string) => Promise<MessageKey | null>;
}) {
  const { found, support } = props;
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const [pressed, setPressed] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<MessageKey | null>(null);

  async function press(ideaId: string) {
    if (pressed) return;
    setPressed(ideaId);
    const reason = await support(ideaId);
    setRefusal(reason);
    if (reason) setPressed(null);
  }

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {found.length > 0 && t("similar.titleCount", { count: found.length })}
      </p>
      {found.length > 0 && (
        <section aria-labelledby="similar" className="rounded-card border border-line bg-surface shadow-card">
          <div className="px-4 pt-4 pb-1">
            <h2 id="similar" className="font-semibold">
              {t("similar.title")}
            </h2>
            <p className="mt-1 text-muted text-sm">{t("similar.lead")}</p>
          </div>
          {refusal && (
            <p role="alert" className="px-4 pt-2 text-danger-text text-sm">
              {t(refusal)}
            </p>
          )}
          <ul data-seen="similar writing 0" className="divide-y divide-line">
            {found.map((idea) => (
              <SimilarItem
                key={idea.ideaId}
                idea={idea}
                locale={locale}
                t={t}
                format={format}
                deed={
                  idea.mayVote &&
                  !idea.mine && (
                    <SupportButton
                      title={idea.title}
                      isBusy={pressed !== null}
                      press={() => press(idea.ideaId)}
                      t={t}
                    />
                  )
                }
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function SupportButton(props: { title: string; isBusy: boolean; press: () => void; t: Translate }) {
  const { title, isBusy, press, t } = props;
  return (
    <Button size="small" aria-disabled={isBusy} aria-label={`${t("similar.support")}: ${title}`} onClick={press}>
      <ArrowBigUp aria-hidden />
      {t("similar.support")}
    </Button>
  );
}

import type { ReactNode } from "react";
import type { Edit } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { WordDiff } from "./word-diff";

/** What one edit changed, in title and text. */
export function EditComparison({ edit, lang, t }: { edit: Edit; lang?: string; t: Translate }) {
  const { before, after, title, body } = edit;
  const isTitleSame = before.title === after.title;
  const isBodySame = before.body === after.body;
  if (isTitleSame && isBodySame) return <p className="text-muted">{t("ideas.sameWording")}</p>;
  return (
    <div lang={lang} className="space-y-6 wrap-anywhere">
      {!isTitleSame && (
        <Part name={t("ideas.titleChanged")}>
          <div className="font-semibold text-lg">
            {title ? <WordDiff stretches={title} t={t} /> : <Whole before={before.title} after={after.title} t={t} />}
          </div>
        </Part>
      )}
      {!isBodySame && (
        <Part name={t("ideas.textChanged")}>
          {body ? <WordDiff stretches={body} t={t} /> : <Whole before={before.body} after={after.body} t={t} />}
        </Part>
      )}
    </div>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 font-medium text-muted text-sm">{name}</h3>
      {children}
    </section>
  );
}

function Whole({ before, after, t }: { before: string; after: string; t: Translate }) {
  return (
    <>
      <p className="mb-3 text-muted text-sm italic">{t("ideas.tooDifferent")}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <div>
          <p className="font-medium text-muted text-xs">{t("ideas.before")}</p>
          <p className="whitespace-pre-wrap rounded-control bg-danger-soft p-3 font-normal text-base">{before}</p>
        </div>
        <div>
          <p className="font-medium text-muted text-xs">{t("ideas.after")}</p>
          <p className="whitespace-pre-wrap rounded-control bg-success-soft p-3 font-normal text-base">{after}</p>
        </div>
      </div>
    </>
  );
}

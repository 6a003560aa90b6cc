import type { ReactNode } from "react";
import { pagePath } from "@/lib/insights/list-path";
import {
  type ExportFormat,
  type ExportPart,
  exportFormats,
  type InsightsInput,
  insightPages,
  pageNames,
} from "@/lib/insights/schema";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Breadcrumb } from "../ui/breadcrumb";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Download } from "../ui/icons";
import { PageHeader } from "../ui/page-header";

type Choice = { part: ExportPart; format: ExportFormat; title: MessageKey; hint: MessageKey; kind: MessageKey };

const choices: Choice[] = [
  { part: "leader", format: "pdf", title: "exports.onePage", hint: "exports.onePageHint", kind: "exports.onePageKind" },
  { part: "all", format: "pptx", title: "exports.slides", hint: "exports.slidesHint", kind: "exports.slidesKind" },
  { part: "all", format: "pdf", title: "exports.report", hint: "exports.reportHint", kind: "exports.reportKind" },
  { part: "all", format: "xlsx", title: "exports.sheets", hint: "exports.sheetsHint", kind: "exports.sheetsKind" },
];

const kinds: Record<ExportFormat, MessageKey> = {
  pdf: "exports.reportKind",
  pptx: "exports.slidesKind",
  xlsx: "exports.sheetsKind",
  csv: "exports.csv",
};

/** Where a file is fetched: what is asked stays asked. */
function filePath(part: ExportPart, format: ExportFormat, asked: InsightsInput): string {
  const path = pagePath("export/file", asked);
  return `${path}${path.includes("?") ? "&" : "?"}part=${part}&format=${format}`;
}

/** The ways to take figures along: for a meeting first, for calculating last. Links that save a file. */
export function ExportView({ about, asked, t }: { about: string; asked: InsightsInput; t: Translate }) {
  return (
    <>
      <title>{`${t("insights.export")} · Tormenta`}</title>
      <Breadcrumb
        above={[{ href: pagePath("leader", asked), label: t("insights.title") }]}
        here={t("insights.export")}
        t={t}
      />
      <PageHeader
        title={t("insights.export")}
        lead={t("exports.lead")}
        actions={<ButtonLink href={pagePath("leader", asked)}>{t("exports.change")}</ButtonLink>}
      />
      <p className="mb-4 font-medium text-sm">{about}</p>
      <ul className="grid gap-4 sm:grid-cols-2">
        {choices.map(({ part, format, title, hint, kind }) => (
          <li key={title}>
            <a
              href={filePath(part, format, asked)}
              download={`ideas-${part}.${format}`}
              className="group block h-full rounded-card"
            >
              <Card className="flex h-full items-start gap-4 transition-colors group-hover:border-line-strong">
                <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text">
                  <Download className="size-5" />
                </span>
                <span className="min-w-0">
                  <span className="block font-semibold">{t(title)}</span>
                  <span className="mt-1 block text-muted text-sm leading-relaxed">{t(hint)}</span>
                  <span className="mt-2 block text-muted text-xs">{t(kind)}</span>
                </span>
              </Card>
            </a>
          </li>
        ))}
      </ul>
      <h2 className="mt-10 mb-3 font-semibold text-lg tracking-tight">{t("exports.only")}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface shadow-card">
        {insightPages.map((part) => (
          <Only key={part} title={t(pageNames[part])}>
            {exportFormats.map((format) => (
              <a
                key={format}
                href={filePath(part, format, asked)}
                download={`ideas-${part}.${format}`}
                aria-label={`${t(pageNames[part])}: ${t(kinds[format])}`}
                className="inline-flex min-h-8 items-center rounded px-2 text-accent-text text-sm uppercase hover:underline"
              >
                {format}
              </a>
            ))}
          </Only>
        ))}
      </ul>
    </>
  );
}

function Only({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-2.5">
      <span className="font-medium text-sm">{title}</span>
      <span className="-mx-2 flex flex-wrap gap-1">{children}</span>
    </li>
  );
}

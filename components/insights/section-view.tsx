import { cx } from "class-variance-authority";
import { type FigureVoice, saidText } from "@/lib/insights/cell-text";
import type { Section } from "@/lib/insights/section";
import { Card } from "../ui/card";
import { ChevronRight, Link2 } from "../ui/icons";
import { isDrawn } from "./figures";
import { SectionChart } from "./section-chart";
import { SectionTable } from "./section-table";

/** Answers about the organisation, one below the other. */
export function Sections({ of, voice }: { of: Section[]; voice: FigureVoice }) {
  return (
    <div className="space-y-6">
      {of.map((section) => (
        <SectionView key={section.key} of={section} voice={voice} />
      ))}
    </div>
  );
}

/** One answer: what it says in a sentence, its drawing, and the figures behind it. Its title leads to itself. */
export function SectionView({ of, voice }: { of: Section; voice: FigureVoice }) {
  const hasDrawing = isDrawn(of);
  return (
    <Card className="break-inside-avoid outline-accent outline-offset-2 has-[>:target]:outline-2 sm:p-7 print:p-4 print:shadow-none">
      <section
        id={of.key}
        aria-labelledby={`${of.key}-title`}
        className={cx("scroll-mt-24", hasDrawing && "xl:grid xl:grid-cols-[17rem_minmax(0,1fr)] xl:gap-x-10")}
      >
        <div className="mb-5">
          <Title of={of} voice={voice} />
          {of.says.map((said, index) => (
            <p
              key={index}
              className={index === 0 ? "mt-2 max-w-prose leading-relaxed" : "mt-2 max-w-prose text-muted text-sm"}
            >
              {saidText(said, voice)}
            </p>
          ))}
        </div>
        <div className="min-w-0">
          {of.rows.length === 0 && (
            <p className="rounded-control border border-line border-dashed px-4 py-8 text-center text-muted text-sm">
              {voice.t("charts.empty")}
            </p>
          )}
          {hasDrawing && <SectionChart of={of} voice={voice} />}
          {of.rows.length > 0 && !hasDrawing && <SectionTable of={of} voice={voice} />}
          <Behind of={of} voice={voice} hasTable={hasDrawing} />
        </div>
      </section>
    </Card>
  );
}

function Title({ of, voice: { t } }: { of: Section; voice: FigureVoice }) {
  return (
    <div className="flex items-start justify-between gap-2">
      <h2 id={`${of.key}-title`} className="font-semibold text-lg leading-snug tracking-tight">
        {t(of.title)}
      </h2>
      <a
        href={`#${of.key}`}
        aria-label={t("charts.linkTo", { title: t(of.title) })}
        className="-mt-0.5 grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink print:hidden"
      >
        <Link2 className="size-4" />
      </a>
    </div>
  );
}

/** What stands behind a drawing: its figures as a table, and what they mean. */
function Behind({ of, voice, hasTable }: { of: Section; voice: FigureVoice; hasTable: boolean }) {
  const meaning = of.terms[0] && (
    <a
      href={`/insights/glossary#${of.terms[0]}`}
      className="inline-flex min-h-6 items-center rounded text-muted text-sm hover:text-ink hover:underline print:hidden"
    >
      {voice.t("charts.meaning")}
    </a>
  );
  if (!hasTable) return meaning && <div className="mt-4">{meaning}</div>;
  return (
    <div className="relative mt-5 flex flex-col gap-2 border-line border-t pt-3 print:has-[details:not([open])]:hidden">
      <details className="group/table [&:not([open])]:print:hidden">
        <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded text-muted text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 transition-transform group-open/table:rotate-90" />
          {voice.t("charts.table")}
        </summary>
        <div className="mt-3">
          <SectionTable of={of} voice={voice} />
        </div>
      </details>
      {meaning && <div className="sm:absolute sm:top-3 sm:right-0">{meaning}</div>}
    </div>
  );
}

import { cx } from "class-variance-authority";
import { cellText, type FigureVoice, hrefOf, isFigure, isHidden } from "@/lib/insights/cell-text";
import type { Section } from "@/lib/insights/section";
import { WayBehind } from "./row-label";

/** A section's figures as a table. The first column says what a row is about. */
export function SectionTable({ of, voice }: { of: Section; voice: FigureVoice }) {
  const { t } = voice;
  return (
    <section
      aria-label={t("charts.tableOf", { title: t(of.title) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="scrolls-sideways overflow-x-auto print:overflow-visible"
    >
      <table className="w-full text-sm print:text-xs">
        <caption className="sr-only">{t(of.title)}</caption>
        <thead>
          <tr className="border-line-strong border-b align-bottom text-muted text-xs">
            {of.columns.map(({ key, label, kind }) => (
              <th
                key={key}
                scope="col"
                className={cx(
                  "py-2 pr-4 font-medium last:pr-0 print:py-1 print:pr-2",
                  isFigure(kind) ? "text-right" : "text-left",
                )}
              >
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row, index) => (
            <tr key={index} className="border-line border-b align-top last:border-0">
              {of.columns.map(({ key, kind }, nth) => {
                const text = cellText(row.cells[key], kind, voice);
                return nth === 0 ? (
                  <th
                    key={key}
                    scope="row"
                    className="min-w-36 py-2 pr-4 text-left font-medium print:min-w-24 print:py-1 print:pr-2"
                  >
                    <WayBehind href={hrefOf(row, key, nth)} text={text} />
                  </th>
                ) : (
                  <td
                    key={key}
                    className={cx(
                      "py-2 pr-4 last:pr-0 print:py-1 print:pr-2",
                      ["text", "word"].includes(kind) && "xl:min-w-36",
                      isFigure(kind) && "text-right tabular-nums",
                      !["text", "word", "idea"].includes(kind) && "whitespace-nowrap",
                      isHidden(row.cells[key]) && "text-muted text-xs",
                    )}
                  >
                    <WayBehind href={hrefOf(row, key, nth)} text={text} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

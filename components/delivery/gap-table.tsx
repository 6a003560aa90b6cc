import { benefitNames, type Gap } from "@/lib/delivery/kinds";
import type { Voice } from "@/lib/platform/i18n/translate";
import { figureText } from "./delivery-words";

/** Forecast beside outcome, line by line, and what the money of each year comes to. */
export function GapTable({ gaps, t, format }: { gaps: Gap[] } & Pick<Voice, "t" | "format">) {
  const shown = (gap: Gap, amount: bigint | null) => (amount === null ? "–" : figureText({ ...gap, amount }, format));
  const gapOf = ({ expected, came }: Gap) => (came === null ? null : came - (expected ?? 0n));
  return (
    <section
      aria-label={t("charts.tableOf", { title: t("delivery.benefit") })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
      tabIndex={0}
      className="scrolls-sideways -mx-5 overflow-x-auto px-5 print:overflow-visible"
    >
      <table className="w-full min-w-136 text-sm tabular-nums">
        <thead className="text-muted text-xs">
          <tr className="border-line border-b *:py-2 *:pl-4 *:text-right *:font-medium">
            <th scope="col" className="pl-0! text-left!">
              {t("delivery.kind")}
            </th>
            <th scope="col">{t("delivery.expected")}</th>
            <th scope="col">{t("delivery.came")}</th>
            <th scope="col">{t("delivery.gap")}</th>
            <th scope="col">{t("delivery.confirmed")}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap) => (
            <tr
              key={`${gap.year} ${gap.kind} ${gap.currency} ${gap.unit}`}
              className={`border-line border-b *:py-2 *:pl-4 *:text-right last:border-b-0 ${gap.kind ? "" : "font-semibold"}`}
            >
              <th scope="row" className={`pl-0! text-left! ${gap.kind ? "font-normal" : "font-semibold"}`}>
                <span className="mr-2 text-muted">{gap.year}</span>
                {t(gap.kind ? benefitNames[gap.kind] : "delivery.net")}
              </th>
              <td>{shown(gap, gap.expected)}</td>
              <td>{shown(gap, gap.came)}</td>
              <td>{shown(gap, gapOf(gap))}</td>
              <td>{shown(gap, gap.confirmed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

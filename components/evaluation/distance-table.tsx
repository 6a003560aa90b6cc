import type { DistanceReport } from "@/lib/evaluation/schema";
import type { Voice } from "@/lib/platform/i18n/translate";

/** Marks by how far reviewer and author work from each other: how many, and their mean. */
export function DistanceTable({ report, t, format }: { report: DistanceReport } & Omit<Voice, "now">) {
  const number = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const rows = [
    ...report.figures.map((figure) => ({ name: t(`evaluation.distance_${figure.distance}`), figure, isTotal: false })),
    { name: t("evaluation.distance_all"), figure: report.total ?? ({ hidden: true } as const), isTotal: true },
  ];
  const isHidden = rows.some(({ figure }) => "hidden" in figure);
  return (
    <div className="space-y-3">
      <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("evaluation.tabDistance")}</caption>
          <thead>
            <tr className="bg-sunken text-left text-muted text-xs">
              <th scope="col" className="px-4 py-2.5 font-medium">
                {t("evaluation.distance")}
              </th>
              <th scope="col" className="px-4 py-2.5 text-right font-medium">
                {t("evaluation.marks")}
              </th>
              <th scope="col" className="px-4 py-2.5 text-right font-medium">
                {t("evaluation.meanMark")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, figure, isTotal }) => (
              <tr key={name} className={isTotal ? "border-line-strong border-t font-semibold" : "border-line border-t"}>
                <th scope="row" className={isTotal ? "px-4 py-3 text-left" : "px-4 py-3 text-left font-medium"}>
                  {name}
                </th>
                {"hidden" in figure ? (
                  <td colSpan={2} className="px-4 py-3 text-right text-muted">
                    {t("evaluation.tooFew")}
                  </td>
                ) : (
                  <>
                    <td className="px-4 py-3 text-right tabular-nums">
                      {figure.marks === 0 ? t("evaluation.noMarks") : format.number(figure.marks)}
                    </td>
                    <td className="px-4 py-3 text-right tabular-nums">
                      {figure.mean === null ? t("evaluation.noMark") : number(figure.mean)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isHidden && <p className="text-muted text-sm">{t("evaluation.tooFewHint")}</p>}
    </div>
  );
}

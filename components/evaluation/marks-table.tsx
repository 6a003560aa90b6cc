import { cx } from "class-variance-authority";
import type { Assessor, Criterion, Sheet } from "@/lib/evaluation/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { TriangleAlert } from "../ui/icons";
import { markLabel } from "./mark-label";

/** Marks below the middle, in it and above; the figure says it, the tone only helps. */
const toneOf = (value: number) =>
  value < 3
    ? "bg-danger-soft text-danger-text"
    : value > 3
      ? "bg-success-soft text-success-text"
      : "bg-sunken text-ink";

/** Everybody's marks by criterion, as a table, with the notes below. */
export function MarksTable(props: { sheet: Sheet; assessors: Assessor[] } & Omit<Voice, "now">) {
  const { sheet, assessors, t, format } = props;
  const came = assessors.filter(({ hasHandedIn }) => hasHandedIn);
  const markOf = (criterionId: string, reviewerId: string) =>
    sheet.marks.find((mark) => mark.criterionId === criterionId && mark.reviewerId === reviewerId);
  const toldOf = ({ id }: Criterion) => sheet.score?.criteria.find(({ criterionId }) => criterionId === id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={t("evaluation.marks")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{t("evaluation.marks")}</caption>
        <thead>
          <tr className="text-left align-bottom text-muted text-xs">
            <th scope="col" className="py-2 pr-4 font-medium">
              {t("evaluation.criterion")}
            </th>
            {came.map((assessor) => (
              <th key={assessor.id} scope="col" className="max-w-32 px-2 py-2 text-center font-medium">
                {assessor.name}
                {assessor.isOwnTeam && (
                  <Badge tone="warning" title={t("evaluation.ownTeamHint")} className="mt-1">
                    {t("evaluation.ownTeam")}
                  </Badge>
                )}
              </th>
            ))}
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {t("evaluation.criterionMean")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.criteria.map((criterion) => {
            const told = toldOf(criterion);
            return (
              <tr key={criterion.id} className="border-line border-t">
                <th scope="row" className="py-2 pr-4 text-left font-medium">
                  {criterion.name}
                  <span className="block font-normal text-muted text-xs">
                    {t(`evaluation.part_${criterion.part}`)} · {t("evaluation.weightOf", { weight: criterion.weight })}
                  </span>
                </th>
                {came.map(({ id }) => {
                  const mark = markOf(criterion.id, id);
                  return (
                    <td key={id} className="px-2 py-2 text-center">
                      {mark ? (
                        <span
                          title={markLabel(criterion, mark.value, t)}
                          className={cx(
                            "inline-grid size-8 place-items-center rounded-control font-semibold tabular-nums",
                            toneOf(mark.value),
                          )}
                        >
                          {mark.value}
                        </span>
                      ) : (
                        t("evaluation.noMark")
                      )}
                    </td>
                  );
                })}
                <td className="whitespace-nowrap py-2 pl-3 text-right font-medium tabular-nums">
                  {told?.isDisputed && (
                    <TriangleAlert aria-hidden className="mr-1.5 inline size-4 align-[-0.15em] text-warning-text" />
                  )}
                  {told?.isDisputed && <span className="sr-only">{t("evaluation.disputed")} </span>}
                  {told
                    ? format.number(told.mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
                    : t("evaluation.noMark")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

import type { Assessor, Sheet } from "@/lib/evaluation/schema";
import type { Translate } from "@/lib/platform/i18n/translate";

/** What reviewers wrote beside their marks, in the order of the scorecard. */
export function NoteList({ sheet, assessors, t }: { sheet: Sheet; assessors: Assessor[]; t: Translate }) {
  const nameOf = (reviewerId: string) => assessors.find(({ id }) => id === reviewerId)?.name;
  const said = sheet.criteria.flatMap((criterion) =>
    sheet.marks
      .filter(({ criterionId, note }) => criterionId === criterion.id && note)
      .map((mark) => ({ ...mark, criterion: criterion.name })),
  );
  if (said.length === 0) return null;
  return (
    <section className="space-y-2">
      <h3 className="font-semibold text-sm">{t("evaluation.notes")}</h3>
      <ul className="space-y-2 text-sm">
        {said.map((mark) => (
          <li key={`${mark.criterionId} ${mark.reviewerId}`} className="wrap-anywhere border-line border-l-2 pl-3">
            <p className="text-muted text-xs">
              {mark.criterion} · {mark.value} · {nameOf(mark.reviewerId)}
            </p>
            <p className="whitespace-pre-line">{mark.note}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

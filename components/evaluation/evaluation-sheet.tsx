import type { Assessor, Sheet } from "@/lib/evaluation/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { MarksTable } from "./marks-table";
import { NoteList } from "./note-list";
import { ScoreFigures } from "./score-figures";

/** What came of an evaluation: figures, everybody's marks, and what was said with them. */
export function EvaluationSheet({ sheet, assessors, ...voice }: { sheet: Sheet; assessors: Assessor[] } & Voice) {
  const { t, format } = voice;
  if (sheet.marks.length === 0) return <p className="text-muted text-sm">{t("evaluation.nobodyHandedIn")}</p>;
  return (
    <div className="space-y-5">
      {sheet.score && <ScoreFigures score={sheet.score} t={t} format={format} />}
      <MarksTable sheet={sheet} assessors={assessors} t={t} format={format} />
      <NoteList sheet={sheet} assessors={assessors} t={t} />
    </div>
  );
}

import type { Content } from "pdfmake/interfaces";
import { cellText, isHidden, saidText } from "../cell-text";
import type { Figure, Section } from "../section";
import { colours } from "./colours";
import { written } from "./paper-section";
import type { Report } from "./report";

/** One figure: how much it is, what it was before and is meant to be, and what others have. */
function cardOf({ title, figure }: Section & { figure: Figure }, { voice }: Report): Content {
  const said = (cell: Figure["value"]) => cellText(cell, figure.kind, voice);
  const isTold = figure.value !== null && !isHidden(figure.value);
  const beside = [
    figure.before !== null && voice.t("insights.before", { value: said(figure.before) }),
    figure.target !== null && voice.t("insights.target", { value: said(figure.target) }),
  ].filter((one) => one !== false);
  const muted = { color: `#${colours.muted}`, fontSize: 7, lineHeight: 1.15 };
  return {
    width: "*",
    stack: [
      written(voice.t(title), { ...muted, fontSize: 8 }),
      written(said(figure.value), { fontSize: isTold ? 18 : 9, bold: isTold, margin: [0, 2, 0, 1] }),
      ...(beside.length > 0 ? [written(beside.join(" · "), muted)] : []),
      written(saidText(figure.benchmark, voice), { ...muted, fontSize: 6.5, margin: [0, 2, 0, 0] }),
    ],
  } as Content;
}

/** The figures that leaders are asked for, side by side. */
export const figuresOnPaper = (of: (Section & { figure: Figure })[], report: Report): Content => ({
  columns: of.map((one) => cardOf(one, report)),
  columnGap: 14,
  margin: [0, 0, 0, 16],
});

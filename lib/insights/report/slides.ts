import PptxGenJS from "pptxgenjs";
import { cellText, isHidden, saidText } from "../cell-text";
import type { Figure, Section } from "../section";
import { colours } from "./colours";
import { footOf, headOf, titleOf } from "./head";
import { figuresOf, type Report, sectionsOf } from "./report";
import { addChart, barsLeft } from "./slide-chart";
import { rowsLeft, slideTable, slideWidths } from "./slide-table";

/** Everywhere installed: a font that is missing moves every line of a slide. */
const FONT = "Arial";
const [LEFT, WIDTH] = [0.6, 12.13];
const text = { fontFace: FONT, color: colours.ink, margin: 0 } as const;
const muted = { ...text, color: colours.muted } as const;

/** Slides say the sentence, not the subject: the subject stands small above it. */
function addSection(pptx: PptxGenJS, of: Section, report: Report): void {
  const { t } = report.voice;
  const slide = pptx.addSlide({ masterName: "plain" });
  const [claim, ...limits] = of.says.map((said) => saidText(said, report.voice));
  slide.addText(t(of.title), {
    ...text,
    color: colours.accent,
    bold: true,
    fontSize: 13,
    x: LEFT,
    y: 0.4,
    w: WIDTH,
    h: 0.3,
  });
  slide.addText(claim ?? t(of.title), {
    ...text,
    bold: true,
    fontSize: 24,
    x: LEFT,
    y: 0.75,
    w: WIDTH,
    h: 1,
    valign: "top",
    fit: "shrink",
  });
  const place = { x: LEFT, y: 1.95, w: WIDTH, h: 4.3 };
  const hasChart = of.rows.length > 0 && addChart(slide, of, report, place);
  if (!hasChart && of.rows.length > 0) {
    const colW = slideWidths(of, WIDTH, report.voice);
    slide.addTable(slideTable(of, report, colW), { x: LEFT, y: place.y, w: WIDTH, colW, fontFace: FONT });
  }
  if (of.rows.length === 0) slide.addText(t("charts.empty"), { ...muted, ...place, fontSize: 16, align: "center" });
  const left = hasChart ? barsLeft(of) : rowsLeft(of);
  const small = [left > 0 && t("exports.more", { count: left }), ...limits].filter((one) => one !== false);
  if (small.length > 0)
    slide.addText(small.join(" "), {
      ...muted,
      fontSize: 11,
      x: LEFT,
      y: 6.3,
      w: WIDTH,
      h: 0.5,
      valign: "top",
      fit: "shrink",
    });
}

function addCover(pptx: PptxGenJS, report: Report): void {
  const slide = pptx.addSlide();
  slide.background = { color: colours.accent };
  const light = { ...text, color: colours.paper, x: LEFT, w: WIDTH };
  slide.addText(titleOf(report), {
    ...light,
    bold: true,
    fontSize: 36,
    y: 2.1,
    h: 1.4,
    valign: "bottom",
    fit: "shrink",
  });
  slide.addText(
    headOf(report).map(({ name, text }) => ({ text: `${name}: ${text}`, options: { breakLine: true } })),
    { ...light, fontSize: 16, y: 3.8, h: 2.2, valign: "top", lineSpacingMultiple: 1.3 },
  );
}

/** The figures that leaders are asked for, side by side on one slide. */
function addFigures(pptx: PptxGenJS, report: Report): void {
  const { voice } = report;
  const figures = figuresOf(sectionsOf(report));
  if (figures.length === 0) return;
  const slide = pptx.addSlide({ masterName: "plain" });
  slide.addText(voice.t("insights.figures"), { ...text, bold: true, fontSize: 24, x: LEFT, y: 0.6, w: WIDTH, h: 0.6 });
  const each = WIDTH / figures.length;
  for (const [nth, { title, figure }] of figures.entries()) {
    const said = (cell: Figure["value"]) => cellText(cell, figure.kind, voice);
    const place = { x: LEFT + nth * each, w: each - 0.3 };
    const before = figure.before === null ? "" : voice.t("insights.before", { value: said(figure.before) });
    const target = figure.target === null ? "" : voice.t("insights.target", { value: said(figure.target) });
    const isTold = figure.value !== null && !isHidden(figure.value);
    slide.addShape("line", { x: place.x, y: 1.9, w: place.w, h: 0, line: { color: colours.accent, width: 2 } });
    slide.addText(voice.t(title), { ...muted, ...place, fontSize: 14, y: 2.05, h: 0.6, valign: "top" });
    slide.addText(said(figure.value), {
      ...text,
      ...place,
      bold: isTold,
      fontSize: isTold ? 36 : 16,
      y: 2.7,
      h: 0.8,
      fit: "shrink",
    });
    slide.addText(`${before}\n${target}`.trim(), { ...muted, ...place, fontSize: 12, y: 3.55, h: 0.6, valign: "top" });
    slide.addText(saidText(figure.benchmark, voice), {
      ...muted,
      ...place,
      fontSize: 10,
      y: 4.3,
      h: 1.8,
      valign: "top",
    });
  }
}

/** A report as slides for PowerPoint and its kin: a cover, then one for each section, whose drawings can be changed there. */
export async function slides(report: Report): Promise<Uint8Array> {
  const pptx = new PptxGenJS();
  pptx.layout = "LAYOUT_WIDE";
  pptx.title = titleOf(report);
  pptx.author = report.by;
  // The library writes a company as it is, also "Johnson & Johnson", after which nothing opens the file. The title names it.
  pptx.company = "";
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  pptx.defineSlideMaster({
    title: "plain",
    background: { color: colours.paper },
    objects: [
      { text: { text: footOf(report), options: { ...muted, fontSize: 9, x: LEFT, y: 6.98, w: 11.3, h: 0.25 } } },
    ],
    slideNumber: { ...muted, fontSize: 9, x: 12.23, y: 6.95, w: 0.5, h: 0.3, align: "right" },
  });
  addCover(pptx, report);
  addFigures(pptx, report);
  for (const section of sectionsOf(report)) addSection(pptx, section, report);
  return (await pptx.write({ outputType: "uint8array", compression: true })) as Uint8Array;
}

import { monthText } from "../cell-text";
import type { Report } from "./report";

/** A month or a span of months in words. */
export function periodText({ from, to }: Pick<Report, "from" | "to">, voice: Report["voice"]): string {
  const [first, last] = [monthText(from, voice), monthText(to, voice)];
  return from === to ? last : voice.t("exports.fromTo", { from: first, to: last });
}

const momentOf = (at: Date, { format }: Report["voice"]) =>
  format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });

/** What every file says of itself, in words: whose figures they are, of which months, narrowed to what, as of when, and who took them. */
export function headOf(report: Report): { name: string; text: string }[] {
  const { narrowedTo, freshAt, at, by, voice } = report;
  const { t } = voice;
  return [
    { name: t("exports.period"), text: periodText(report, voice) },
    { name: t("exports.narrowedTo"), text: narrowedTo.join(" · ") || t("exports.everything") },
    { name: t("exports.figuresOf"), text: freshAt ? momentOf(freshAt, voice) : t("exports.notCounted") },
    { name: t("exports.madeOn"), text: momentOf(at, voice) },
    { name: t("exports.madeBy"), text: by },
  ];
}

/** The same in one line, for the foot of each page. */
export const footOf = (report: Report): string =>
  headOf(report)
    .map(({ name, text }) => `${name}: ${text}`)
    .join("  ·  ");

/** What a report is called. */
export const titleOf = ({ organisation, voice }: Report): string => voice.t("exports.title", { organisation });

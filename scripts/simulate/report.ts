import { type Findings, told } from "./figures";
import { amounts, tastes, weights } from "./judges";
import { steepnesses } from "./known-bias";
import { names, type OrderName } from "./orders";
import { checkpoints } from "./replay-figures";

type Found = ReadonlyMap<string, Findings>;

const number = (value: number, digits = 2) => value.toFixed(digits);

/** A mean and how far its 95 % interval reaches. */
const cell = (findings: Findings, name: string, digits = 2) => {
  const { mean, half } = told(findings, name);
  return Number.isFinite(mean) ? `${number(mean, digits)} ± ${number(half, digits)}` : "–";
};

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const ordersIn = (findings: Findings, like: (order: string) => string) =>
  (Object.keys(names) as OrderName[]).filter((order) => findings.has(like(order)));

const LATE = checkpoints.at(-1)!;

function replayTable(findings: Findings): string {
  const at = [5, 10, LATE];
  const rows = ordersIn(findings, (order) => `all|${order}|5|precision`).map((order) => [
    names[order],
    ...at.map((checkpoint) => cell(findings, `all|${order}|${checkpoint}|precision`)),
    ...at.map((checkpoint) => cell(findings, `all|${order}|${checkpoint}|regret`, 3)),
    cell(findings, `all|${order}|${LATE}|correlation`),
  ]);
  const head = ["order", ...at.map((one) => `P@10 at ${one}`), ...at.map((one) => `regret at ${one}`), `ρ at ${LATE}`];
  return table(head, rows);
}

const places = ["bowling-green", "nz-biodiversity", "nz-housing", "bg2050"];

function byConversation(findings: Findings): string {
  const rows = ordersIn(findings, (order) => `all|${order}|5|precision`).map((order) => [
    names[order],
    ...places.flatMap((place) => [
      cell(findings, `${place}|${order}|${LATE}|precision`),
      cell(findings, `${place}|${order}|${LATE}|regret`, 3),
    ]),
  ]);
  const most = [
    "asking everybody everything",
    ...places.flatMap((place) => [cell(findings, `${place}|possible`), "–"]),
  ];
  return table(["order", ...places.flatMap((place) => [`${place}: P@10`, "regret"])], [...rows, most]);
}

function otherCircumstances(found: Found): string {
  const kinds = ["drawn", "rare", "even", "steep"].map((name) => found.get(name)!);
  const rows = ordersIn(kinds[0]!, (order) => `all|${order}|5|precision`).map((order) => [
    names[order],
    ...kinds.flatMap((findings) => [
      cell(findings, `all|${order}|10|precision`),
      cell(findings, `all|${order}|${LATE}|precision`),
      cell(findings, `all|${order}|${LATE}|regret`, 3),
    ]),
  ]);
  const head = [
    "order",
    ...["all shown", "few vote", "places alike", "steep"].flatMap((kind) => [
      `${kind}: P@10 at 10`,
      `at ${LATE}`,
      "regret",
    ]),
  ];
  return table(head, rows);
}

const lateTable = (findings: Findings) =>
  table(
    ["order", "days until among the best ten", "found within 15 days"],
    ordersIn(findings, (order) => `${order}|days`).map((order) => [
      names[order],
      cell(findings, `${order}|days`, 1),
      `${number(100 * told(findings, `${order}|found`).mean, 0)} %`,
    ]),
  );

const crowdTable = (findings: Findings) =>
  table(
    ["order", "ρ, each for themselves", "ρ, with the crowd", "P@10, each", "P@10, crowd", "regret, crowd"],
    ordersIn(findings, (order) => `${order}|crowd|precision`).map((order) => [
      names[order],
      cell(findings, `${order}|alone|correlation`),
      cell(findings, `${order}|crowd|correlation`),
      cell(findings, `${order}|alone|precision`),
      cell(findings, `${order}|crowd|precision`),
      cell(findings, `${order}|crowd|regret`, 3),
    ]),
  );

const brigadeTable = (findings: Findings) =>
  table(
    ["order", "place before", "50 by link", "20 days later", "50 in the list", "10 days later", "20 days later"],
    ordersIn(findings, (order) => `${order}|link|before`).map((order) => [
      names[order],
      ...["link|before", "link|after", "link|end", "list|after", "list|later", "list|end"].map((what) =>
        cell(findings, `${order}|${what}`, 0),
      ),
    ]),
  );

function biasTable(findings: Findings): string {
  const of = (steepness: number, what: string) => [0, 1, 2, 3, 4, 5].map((band) => `${steepness}|${what}|${band}`);
  const rows = steepnesses.flatMap((steepness) => [
    [`rank^−${steepness}, true`, ...of(steepness, "true").map((name) => number(told(findings, name).mean)), "", "", ""],
    [
      "found again",
      ...of(steepness, "fitted").map((name) => cell(findings, name)),
      ...["none", "default", "own"].map((curve) => cell(findings, `${steepness}|order|${curve}`)),
    ],
  ]);
  const bands = ["1", "2", "3", "4–5", "6–10", "11–20"];
  return table(["attention", ...bands, "ρ uncorrected", "ρ default", "ρ own curve"], rows);
}

function judgesTable(findings: Findings): string {
  const rows = tastes.flatMap((taste) =>
    amounts.map(({ sightings, comparisons }) => [
      `${taste}`,
      `${sightings}`,
      `${comparisons}`,
      ...weights.map((weight) => cell(findings, `${taste}|${sightings}|${comparisons}|${weight}|correlation`)),
    ]),
  );
  return table(["taste", "sightings", "comparisons", ...weights.map((weight) => `w = ${weight}`)], rows);
}

/** The tables of the document, by the names of their places. */
export function sectionsOf(found: Found): Record<string, string> {
  const main = found.get("main");
  const made: Record<string, string> = {
    late: lateTable(found.get("lateIdea")!),
    crowd: crowdTable(found.get("bandwagon")!),
    brigade: brigadeTable(found.get("brigade")!),
    bias: biasTable(found.get("knownBias")!),
    judges: judgesTable(found.get("judges")!),
  };
  if (!main) return made;
  return { replay: replayTable(main), conversations: byConversation(main), others: otherCircumstances(found), ...made };
}

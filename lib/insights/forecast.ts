import type { Actor } from "../access/actor";
import type { MessageKey } from "../platform/i18n/messages";
import { ideasPath } from "./ideas-path";
import { type Outlook, outlook } from "./outlook";
import { PACE_WEEKS, type Pace, paceOf } from "./pace";
import { sayDay } from "./said-months";
import type { InsightsInput } from "./schema";
import type { Scope } from "./scope";
import type { Row, Said, Section } from "./section";

const DAY_MS = 86_400_000;

const dayAfter = (today: string, weeks: number): string | null =>
  Number.isFinite(weeks) ? new Date(Date.parse(today) + weeks * 7 * DAY_MS).toISOString().slice(0, 10) : null;

/** The last day of the range is "after ten years, or never" where it is null. */
type Days = { early: string | null; likely: string | null; late: string | null };

const daysOf = (today: string, { early, likely, late }: Outlook): Days => ({
  early: dayAfter(today, early),
  likely: dayAfter(today, likely),
  late: dayAfter(today, late),
});

const perWeek = (weeks: Pace["weeks"], of: "arrived" | "answered") =>
  Math.round((10 * weeks.reduce((sum, week) => sum + week[of], 0)) / PACE_WEEKS) / 10;

/** What one says of a range of days, however much of it is never. */
function sayDays(actor: Actor, { early, likely, late }: Days, keys: { range: Said["key"]; open: Said["key"] }): Said[] {
  const day = (on: string | null) => (on ? sayDay(actor, on) : "");
  if (early && likely && late)
    return [{ key: keys.range, values: { early: day(early), likely: day(likely), late: day(late) } }];
  return early && likely ? [{ key: keys.open, values: { early: day(early), likely: day(likely) } }] : [];
}

/** Something ends never where it does not become less, and else perhaps after our horizon. */
const whyLate = <K extends MessageKey>(change: number, never: K, beyond: K): K => (change >= 0 ? never : beyond);

function says(actor: Actor, { backlog, weeks }: Pace, first: Days, emptied: Days): Said[] {
  if (backlog === 0) return [{ key: "pipeline.forecastNothing" }, { key: "pipeline.forecastLimit" }];
  const pace = { backlog, arrived: perWeek(weeks, "arrived"), answered: perWeek(weeks, "answered"), weeks: PACE_WEEKS };
  const present = sayDays(actor, first, { range: "pipeline.forecastRange", open: "pipeline.forecastOpen" });
  const empty = sayDays(actor, emptied, { range: "pipeline.emptyRange", open: "pipeline.emptyOpen" });
  return [
    { key: "pipeline.forecastSays", values: pace },
    ...(present.length > 0
      ? present
      : [{ key: whyLate(-pace.answered, "pipeline.forecastNone", "pipeline.forecastNever") }]),
    ...(empty.length > 0
      ? empty
      : [{ key: whyLate(pace.arrived - pace.answered, "pipeline.emptyNever", "pipeline.emptyHardly") }]),
    { key: "pipeline.forecastLimit" },
  ];
}

const wordFor = ({ likely }: Days, change: number) =>
  likely ? "pipeline.inSight" : whyLate(change, "pipeline.neverAtThisPace", "pipeline.beyondTenYears");

function forecast(actor: Actor, input: InsightsInput, today: string, pace: Pace): Section {
  const first = daysOf(
    today,
    outlook(pace.backlog, pace.weeks, ({ answered }) => -answered),
  );
  const emptied = daysOf(
    today,
    outlook(pace.backlog, pace.weeks, ({ arrived, answered }) => arrived - answered),
  );
  const [arrived, answered] = [perWeek(pace.weeks, "arrived"), perWeek(pace.weeks, "answered")];
  const row = (what: MessageKey, days: Days, change: number): Row => ({
    cells: { what, ideas: pace.backlog, ...days, outlook: wordFor(days, change) },
    href: ideasPath(input, ["submitted", "in_review"]),
  });
  return {
    key: "backlogForecast",
    title: "pipeline.forecast",
    says: says(actor, pace, first, emptied),
    columns: [
      { key: "what", label: "pipeline.columnWhat", kind: "word" },
      { key: "ideas", label: "pipeline.columnUnanswered", kind: "count" },
      { key: "early", label: "pipeline.columnEarly", kind: "date" },
      { key: "likely", label: "pipeline.columnLikely", kind: "date" },
      { key: "late", label: "pipeline.columnLate", kind: "date" },
      { key: "outlook", label: "pipeline.columnOutlook", kind: "word" },
    ],
    rows: [row("pipeline.presentAnswered", first, -answered), row("pipeline.queueEmpty", emptied, arrived - answered)],
    terms: ["forecastOfBacklog", "pace", "interval"],
  };
}

const recentWeeks = ({ weeks }: Pace): Section => ({
  key: "pace",
  title: "pipeline.pace",
  says: [
    {
      key: "pipeline.paceSays",
      values: { arrived: perWeek(weeks, "arrived"), answered: perWeek(weeks, "answered"), weeks: PACE_WEEKS },
    },
  ],
  chart: { kind: "bars", label: "week", value: "answered", beside: "arrived" },
  columns: [
    { key: "week", label: "pipeline.columnWeek", kind: "date" },
    { key: "answered", label: "pipeline.columnAnswered", kind: "count" },
    { key: "arrived", label: "pipeline.columnArrived", kind: "count" },
  ],
  rows: weeks.map(({ beginsOn: week, answered, arrived }) => ({ cells: { week, answered, arrived } })),
  terms: ["pace"],
});

/** When everybody who waits for an answer now will have one if things go on as they do, and how things go. */
export async function forecastSections(
  actor: Actor,
  input: InsightsInput,
  scope: Scope,
  today: string,
): Promise<Section[]> {
  const pace = await paceOf(scope, today);
  return [forecast(actor, input, today, pace), recentWeeks(pace)];
}

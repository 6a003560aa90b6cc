import type { MessageKey } from "../platform/i18n/messages";
import type { Term } from "./glossary";

/** What stands in a cell where so few people stand behind a figure that it is not told. */
export type Hidden = { hidden: "few" };

/** An amount in the smallest unit of its currency, as text, because it may be greater than a number holds exactly. */
export type Money = { amountMinor: string; currency: string };

/** What stands in a cell; null where there is nothing to tell. */
export type Cell = string | number | null | Money | Hidden;

/**
 * What a column is measured in. `text` is a name as it is, `word` the name of a message, `idea` a title, `share` 0 to 1,
 * `days` whole days, `month` "2026-03", `date` "2026-03-14".
 */
export type ColumnKind = "text" | "word" | "idea" | "count" | "number" | "share" | "days" | "money" | "month" | "date";

/** A column of figures, and what they are measured in. */
export type Column = { key: string; label: MessageKey; kind: ColumnKind };

/**
 * A line of figures. `href` is a path that shows what it was counted from, `hrefs` what single cells were, by the key of
 * their column.
 */
export type Row = { cells: Record<string, Cell>; href?: string; hrefs?: Record<string, string> };

/** A sentence: a message, and what fills it. Shares are whole per cent, days and months ready to be read. */
export type Said = { key: MessageKey; values?: Record<string, string | number> };

/** What the four corners of a scatter mean that two lines divide, in words. */
export type Quarters = {
  x: number;
  y: number;
  upLeft: MessageKey;
  upRight: MessageKey;
  downLeft: MessageKey;
  downRight: MessageKey;
};

/** How a section's rows are drawn; the names are keys of its columns. `beside` and `size` are a second, quieter figure. */
export type Chart =
  | { kind: "lines"; x: string; y: string[]; target?: number }
  | { kind: "bars"; label: string; value: string; beside?: string }
  | { kind: "intervals"; label: string; low: string; middle: string; high: string }
  | { kind: "funnel"; label: string; value: string }
  | { kind: "stacked"; label: string; parts: string[] }
  | { kind: "scatter"; label: string; x: string; y: string; size?: string; quarters?: Quarters }
  | { kind: "flow"; from: string; to: string; value: string };

/**
 * The one figure that a section is about, the same for the months before, what is wanted, and what others have: the card
 * above its drawing. `href` is a path that shows what it was counted from.
 */
export type Figure = { kind: ColumnKind; value: Cell; before: Cell; target: Cell; benchmark: Said; href: string };

/**
 * The answer to one question about the organisation: what a page shows, a file carries, the API tells and a mail quotes.
 * `key` is also its anchor in a page and its name in files. The first of `says` is what a leader would repeat in a meeting.
 */
export type Section = {
  key: string;
  title: MessageKey;
  says: Said[];
  figure?: Figure;
  chart?: Chart;
  columns: Column[];
  rows: Row[];
  terms: Term[];
};

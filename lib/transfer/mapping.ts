import { z } from "zod";
import { filterStates } from "../ideas/states";
import { locales } from "../platform/i18n/locales";
import { message } from "../platform/parse";
import { placeKinds } from "../settings/schema";

const namedTransforms = ["lowerCase", "beforeColon", "withoutNumber", "number"] as const;

/** A named small change to a cell: see transforms.ts. */
export type Transform = (typeof namedTransforms)[number];

/**
 * Where a field's text comes from. Plain text names a column; a dotted one reaches into nested JSON.
 * Otherwise exactly one origin (`column`, `constant`, the `first` that is not empty, a `join`), then `transform`, then
 * `map`, in which "" stands for an empty cell and "*" for everything that is not listed.
 */
export type Value =
  | string
  | {
      column?: string;
      constant?: string;
      first?: Value[];
      join?: Value[];
      with?: string;
      transform?: Transform[];
      map?: Record<string, string>;
    };

const value: z.ZodType<Value> = z.lazy(() =>
  z.union([
    z.string().min(1),
    z
      .strictObject({
        column: z.string().min(1).optional(),
        constant: z.string().optional(),
        first: z.array(value).min(1).optional(),
        join: z.array(value).min(1).optional(),
        with: z.string().optional(),
        transform: z.array(z.enum(namedTransforms)).optional(),
        map: z.record(z.string(), z.string()).optional(),
      })
      .refine(
        ({ column, constant, first, join }) =>
          [column, constant, first, join].filter((o) => o !== undefined).length === 1,
        message("transfer.valueOrigin"),
      ),
  ]),
);

/** A cell that holds several texts: a JSON list, or one text to split. */
const list = z.strictObject({
  of: value,
  split: z.string().min(1).optional(),
  map: z.record(z.string(), z.string()).optional(),
});

/** A cell that holds several texts. */
export type List = z.output<typeof list>;

/** Rows for which something holds: a column is one of some values or, without a list, not empty. */
const condition = z.strictObject({ column: z.string(), in: z.array(z.string()).optional() });

/** Which rows something holds for. */
export type Condition = z.output<typeof condition>;

/** A piece of a body. Its heading is shown only when there is a text under it; lines of `without` are form letters. */
const part = z.strictObject({
  of: value,
  format: z.enum(["text", "html"]),
  heading: z.string().optional(),
  without: z.array(z.string()).default([]),
});

/** A piece of a body. */
export type Part = z.output<typeof part>;

/** The states a source can bring an idea in. Drafts are private, and "merged" needs a survivor. */
export const importedStatus = z.enum(filterStates).exclude(["merged"]);

const csv = z.strictObject({
  type: z.literal("csv"),
  separator: z.string().min(1).default(","),
  /** Empty where the file knows no quoting. */
  quote: z.string().max(1).default('"'),
  /** What stands before a quote that belongs to the text; by default the quote itself. */
  escape: z.string().max(1).optional(),
  /** Takes a quote inside a field that does not begin with one as text. */
  relaxQuotes: z.boolean().default(false),
  /** The columns' names, for files that do not begin with them. */
  columns: z.array(z.string()).optional(),
});
const jsonLines = z.strictObject({ type: z.literal("jsonl") });
/** For files whose quoting is broken: how a record begins, and how its fields lie between each other's marks. */
const pattern = z.strictObject({
  type: z.literal("pattern"),
  header: z.boolean().default(true),
  begins: z.string(),
  record: z.string(),
});
const format = z.discriminatedUnion("type", [csv, jsonLines, pattern]);

/** How a file is written: CSV, JSON lines, or a pattern for what is neither. */
export type Format = z.output<typeof format>;

const described = {
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** Names of files that this mapping is for, without .gz. */
  files: z.array(z.string()).default([]),
  format,
  source: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().min(1),
    attribution: z.string().min(1),
    licence: z.string().min(1),
    url: z.url({ protocol: /^https?$/ }).optional(),
  }),
  /** Rows that are refused whatever they hold, each with a reason in words. */
  refuse: z.array(condition.extend({ reason: z.string().min(1) })).default([]),
};

const written = {
  language: z.enum(locales),
  /** The zone of times that name none: an IANA name. */
  timeZone: z.string(),
  id: value,
  author: value.optional(),
  /** What a pseudonym is called, before the letters that tell it from others; people with a real name keep it. */
  pseudonym: z.strictObject({ pattern: z.string(), name: z.string() }).optional(),
  at: value,
};

const idea = z.strictObject({
  ...described,
  ...written,
  kind: z.literal("idea"),
  title: value,
  body: z.array(part).default([]),
  /** The source's states in ours. "merged" makes the idea a duplicate of the first of `merge` that is there. */
  state: value,
  merge: z.strictObject({ into: list, otherwise: importedStatus }).optional(),
  /** With `known`, the first of them is the category and everything else becomes a tag. */
  category: list.extend({ known: z.array(z.string()).optional() }).optional(),
  tags: z.array(list).default([]),
  place: z
    .array(
      z.strictObject({
        kind: z.enum(placeKinds),
        name: value,
        country: z.string().length(2).optional(),
      }),
    )
    .default([]),
  support: z.strictObject({ supporters: value, opposed: value.optional() }).optional(),
  estimate: z.strictObject({ amount: value, currency: z.string().length(3) }).optional(),
  decisions: z
    .array(
      z.strictObject({
        when: condition,
        kind: value.optional(),
        reason: z.array(value).default([]),
        at: value.optional(),
      }),
    )
    .default([]),
  url: value.optional(),
});

const comment = z.strictObject({
  ...described,
  ...written,
  kind: z.literal("comment"),
  idea: value,
  parent: value.optional(),
  body: z.array(part).min(1),
  /** What a comment without text is: a place kept for one that was removed, or a mistake. */
  empty: z.enum(["removed", "refuse"]).default("refuse"),
});

const vote = z.strictObject({
  ...described,
  kind: z.literal("vote"),
  timeZone: z.string(),
  idea: value,
  voter: value,
  pseudonym: written.pseudonym,
  /** Becomes "support" or "none": only support is a vote here. */
  vote: value,
  at: value.optional(),
});

/** A file that holds nothing to import: every row is refused with the same reason. */
const nothing = z.strictObject({ ...described, kind: z.literal("nothing"), id: value, reason: z.string().min(1) });

/** How one source's file becomes ideas, comments or votes: a file of data, so that a new source needs no code. */
export const mapping = z.discriminatedUnion("kind", [idea, comment, vote, nothing]);

/** A mapping of any kind. */
export type Mapping = z.output<typeof mapping>;

/** A mapping for ideas. */
export type IdeaMapping = z.output<typeof idea>;

/** A mapping for comments. */
export type CommentMapping = z.output<typeof comment>;

/** A mapping for single votes. */
export type VoteMapping = z.output<typeof vote>;

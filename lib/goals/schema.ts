import { z } from "zod";
import { blankIsMissing } from "../platform/blank";
import { type Locale, locales } from "../platform/i18n/locales";
import { message } from "../platform/parse";
import { typedLine, typedText, visible } from "../platform/typed-text";
import { wholeNumber } from "../platform/whole-number";

/** How many goals an idea can be chosen for: who serves everything serves nothing. */
export const MOST_GOALS_OF_IDEA = 3;

/** How many goals an organisation has at a time: more than anybody keeps in mind. Chosen by us. */
export const MOST_GOALS = 12;

/**
 * How far an idea leads from what is done today, from near to far.
 *
 * @see https://hbr.org/2012/05/managing-your-innovation-portfolio
 */
export const ambitions = ["usual", "moderate", "radical"] as const;

/** How far an idea leads from what is done today. */
export type Ambition = (typeof ambitions)[number];

const name = typedLine().max(80).default("");
const about = typedText().max(500).default("");
const wordingFields = {
  name_en: name,
  about_en: about,
  name_es: name,
  about_es: about,
  name_pt: name,
  about_pt: about,
};

/** How a goal reads in one language. */
export type GoalWording = { locale: Locale; name: string; about: string };

type WordingFields = z.infer<z.ZodObject<typeof wordingFields>>;

function wordingsIn(fields: WordingFields, check: z.RefinementCtx): GoalWording[] {
  const all = locales.map((locale) => ({ locale, name: fields[`name_${locale}`], about: fields[`about_${locale}`] }));
  const wordings = all.filter((wording) => visible(wording.name) !== "");
  const refuse = (locale: Locale) =>
    check.addIssue({ code: "custom", path: [`name_${locale}`], message: message("goals.nameMissing") });
  if (wordings.length === 0) refuse("en");
  for (const { locale, name: given, about: more } of all) if (visible(given) === "" && more) refuse(locale);
  return wordings;
}

/** A new goal, as it reads in at least one language. */
export const newGoal = z
  .strictObject(wordingFields)
  .transform((fields, check) => ({ wordings: wordingsIn(fields, check) }));

/** A new goal. */
export type NewGoal = z.output<typeof newGoal>;

/** How a goal reads from now on. */
export const goalChange = z
  .strictObject({ goalId: z.uuid(), ...wordingFields })
  .transform(({ goalId, ...fields }, check) => ({ goalId, wordings: wordingsIn(fields, check) }));

/** What changes of a goal. */
export type GoalChange = z.output<typeof goalChange>;

/** Names a goal. */
export const goalRef = z.strictObject({ goalId: z.uuid() });

/** A goal as those see it who keep the goals. */
export type KeptGoal = { id: string; retiredAt: Date | null; wordings: GoalWording[]; ideas: number };

/** A goal in the reader's language. */
export const goal = z
  .object({ id: z.string(), name: z.string(), about: z.string(), isRetired: z.boolean() })
  .meta({ id: "Goal" });

/** A goal in the reader's language. */
export type Goal = z.infer<typeof goal>;

/** All goals in use are asked for by nothing. */
export const goalWish = z.strictObject({});

/** All goals in use, in their order. */
export const goalList = z.object({ goals: z.array(goal) }).meta({ id: "GoalList" });

const ambition = z
  .enum(ambitions)
  .describe("How far from what is done today: as usual, moderately new, or radically new.");

/** What an idea serves, and how daring it is: all of it at once, so that what is left out is taken back. */
export const alignmentInput = z
  .strictObject({
    ideaId: z.uuid(),
    goalIds: z.array(z.uuid()).max(MOST_GOALS_OF_IDEA).describe("Goals that it helps with, the foremost first."),
    ambition: ambition.nullable().default(null).describe("How daring it is; null where nobody has said."),
  })
  .refine(({ goalIds }) => new Set(goalIds).size === goalIds.length, {
    error: message("goals.twice"),
    path: ["goalIds"],
  });

/** What an idea serves, and how daring it is. */
export type AlignmentInput = z.output<typeof alignmentInput>;

const chosen = z.preprocess(blankIsMissing, z.uuid().optional());

/** The same as the fields of a plain form. */
export const alignmentFields = {
  ideaId: z.uuid(),
  goal1: chosen,
  goal2: chosen,
  goal3: chosen,
  ambition: z.preprocess(blankIsMissing, z.enum(ambitions).optional()),
};

/** What a plain form says; the same goal chosen twice counts once. */
export function alignmentIn(fields: z.output<z.ZodObject<typeof alignmentFields>>): AlignmentInput {
  const { ideaId, goal1, goal2, goal3, ambition = null } = fields;
  const goalIds = [...new Set([goal1, goal2, goal3])].filter((id) => id !== undefined);
  return { ideaId, goalIds, ambition };
}

/** What an idea serves, and how daring it is, as it stands. */
export const alignment = z
  .object({ ideaId: z.string(), goals: z.array(goal), ambition: ambition.nullable() })
  .meta({ id: "Alignment" });

/** What an idea serves, and how daring it is, as it stands. */
export type Alignment = z.infer<typeof alignment>;

const percent = wholeNumber(0, 100);

/** How many of a hundred backed ideas leadership wants of each ambition. */
export const balanceInput = z
  .strictObject({ usual: percent, moderate: percent, radical: percent })
  .refine(({ usual, moderate, radical }) => usual + moderate + radical === 100, {
    error: message("goals.notAHundred"),
    path: ["radical"],
  });

/** How many of a hundred backed ideas leadership wants of each ambition. */
export type Balance = z.output<typeof balanceInput>;

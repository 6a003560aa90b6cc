import type { Actor } from "../access/actor";
import { todayIn } from "../platform/clock";
import { db } from "../platform/db/client";
import type { InsightsInput } from "./schema";

/** So many months can be told of at once. Chosen by us: ten years. */
const MOST_MONTHS = 120;

/** Which months and which units figures are about; null where a unit does not narrow them. */
export type Scope = {
  /** "2026-03", each month from the first to the last, oldest first. */
  months: string[];
  /** The same number of months just before, oldest first: what figures are compared with. */
  monthsBefore: string[];
  /** A department or place stands for all that hangs below it; ids with their own. */
  departments: string[] | null;
  places: string[] | null;
  categoryId: string | null;
  /** What was asked for itself, the unit that a roll-up by unit knows. */
  department: string | null;
  place: string | null;
};

const indexOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthAt = (index: number) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
const monthsFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => monthAt(first + at));

/** The month that it is, where the organisation is. */
export const currentMonth = (timeZone: string): string => todayIn(timeZone).slice(0, 7);

/** The months that figures are about: the last twelve unless others are asked for, ten years at most, in either order. */
export function monthsOf({ from, to }: Pick<InsightsInput, "from" | "to">, timeZone: string): string[] {
  const end = indexOf(to ?? currentMonth(timeZone));
  const start = from ? indexOf(from) : end - 11;
  const [first, last] = [Math.min(start, end), Math.max(start, end)];
  return monthsFrom(Math.max(first, last - MOST_MONTHS + 1), Math.min(last - first + 1, MOST_MONTHS));
}

/** What figures are about, with everything looked up that queries ask for. A unit that is not there narrows to nothing. */
export async function scopeOf({ timeZone }: Pick<Actor, "timeZone">, input: InsightsInput): Promise<Scope> {
  const months = monthsOf(input, timeZone);
  const { department = null, place = null, category = null } = input;
  const [below] = await db.$queryRaw<{ departments: string[]; places: string[] }[]>`
    select array(select unit_id::text from unit_above where dimension = 'department' and above_id = ${department}::uuid)
             as departments,
           array(select unit_id::text from unit_above where dimension = 'place' and above_id = ${place}::uuid) as places`;
  return {
    months,
    monthsBefore: monthsFrom(indexOf(months[0] ?? "") - months.length, months.length),
    departments: department === null ? null : (below?.departments ?? []),
    places: place === null ? null : (below?.places ?? []),
    categoryId: category,
    department,
    place,
  };
}

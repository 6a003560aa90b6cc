import { Temporal } from "temporal-polyfill";
import type { Connection } from "./connection";
import { idFor } from "./demo-chance";
import type { DemoOrganisation } from "./demo-files";
import { departmentId, insert, personId } from "./demo-organisation";

/**
 * Easter Sunday, by the rule that Western churches use: the anonymous Gregorian algorithm.
 *
 * @see https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 15) % 30;
  const full = moon - Math.floor((golden + 11 * moon) / 319);
  const weekday = (2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - (year % 4) - full + 32) % 7;
  const days = full + weekday;
  const month = Math.floor((days + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (days + month + 19) % 32 });
}

type DemoHoliday = DemoOrganisation["holidays"][number];

const dayOf = (holiday: DemoHoliday, year: number): string =>
  "on" in holiday ? `${year}-${holiday.on}` : easterSunday(year).subtract({ days: holiday.beforeEaster }).toString();

async function keepHolidays(connection: Connection, { holidays }: DemoOrganisation): Promise<void> {
  const thisYear = new Date().getFullYear();
  const rows = [thisYear, thisYear + 1].flatMap((year) =>
    holidays.map((holiday) => ({ day: dayOf(holiday, year), name: holiday.name })),
  );
  await insert(connection, "holiday (day, name)", "day date, name text", rows);
}

/** What the demo calls one of its groups of reviewers. */
export const groupId = (name: string): string => idFor(`group ${name}`);

/** Gives the demo's company holidays, groups of reviewers, and rules that send new ideas to them. */
export async function foundReviewing(connection: Connection, organisation: DemoOrganisation): Promise<void> {
  const { groups } = organisation;
  await keepHolidays(connection, organisation);
  const named = groups.map(({ name }) => ({ id: groupId(name), name }));
  await insert(connection, "reviewer_group (id, name)", "id uuid, name citext", named);
  const members = groups.flatMap(({ name, members }) =>
    members.map((member) => ({ group_id: groupId(name), person_id: personId(member) })),
  );
  await insert(connection, "reviewer_group_member (group_id, person_id)", "group_id uuid, person_id uuid", members);
  const rules = groups.flatMap(({ name, departments }) =>
    (departments.length > 0 ? departments : [null]).map((department) => ({
      department_id: department && departmentId(department),
      group_id: groupId(name),
    })),
  );
  const placed = rules.map((rule, index) => ({ id: idFor(`rule ${index}`), position: index + 1, ...rule }));
  const columns = "id uuid, position int, department_id uuid, group_id uuid";
  await insert(connection, "routing_rule (id, position, department_id, group_id)", columns, placed);
}

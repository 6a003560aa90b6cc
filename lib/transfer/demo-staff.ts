import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";
import type { DemoOrganisation } from "./demo-files";
import { insert, personId } from "./demo-organisation";

/** The ranks of the demo's company, lowest first. */
const levels = ["Auxiliar", "Técnico", "Coordinación", "Jefatura", "Dirección"] as const;

const levelId = (name: string) => idFor(`level ${name}`);

/** Those who lead or review stand higher; the rest as chance has it. */
function levelOf(name: string, roles: string[]): (typeof levels)[number] {
  if (roles.includes("executive")) return "Dirección";
  if (roles.includes("reviewer")) return pick(["Coordinación", "Coordinación", "Jefatura"], `level ${name}`);
  return pick(["Auxiliar", "Auxiliar", "Técnico", "Técnico", "Coordinación"], `level ${name}`);
}

/** Gives the demo's people a level and the day on which they joined: most in the last years, some long ago. */
export async function rankStaff(connection: Connection, { people }: DemoOrganisation, loadedAt: Date): Promise<void> {
  await insert(
    connection,
    "level (id, name, position)",
    "id uuid, name citext, position int",
    levels.map((name, position) => ({ id: levelId(name), name, position })),
  );
  const rows = people.map(({ name, roles }) => ({
    id: personId(name),
    level_id: levelId(levelOf(name, roles)),
    years: 0.3 + 18 * chance(`joined ${name}`) ** 2,
  }));
  await connection.query(
    `update person p set level_id = n.level_id, joined_on = ($2::timestamptz - n.years * interval '1 year')::date
       from jsonb_to_recordset($1::jsonb) as n (id uuid, level_id uuid, years float8)
      where p.id = n.id`,
    [JSON.stringify(rows), loadedAt],
  );
}

/** Has the demo's people read in most months of a year, some in all and some in few. */
export async function letStaffRead(
  connection: Connection,
  { people }: DemoOrganisation,
  loadedAt: Date,
): Promise<void> {
  const months = Array.from({ length: 14 }, (_, ago) => {
    const first = new Date(Date.UTC(loadedAt.getUTCFullYear(), loadedAt.getUTCMonth() - ago, 1));
    return first.toISOString().slice(0, 10);
  });
  const rows = people.flatMap(({ name }) =>
    months
      .filter((month) => chance(`reads ${name} ${month}`) < 0.25 + 0.7 * chance(`reader ${name}`))
      .map((month) => ({ person_id: personId(name), month })),
  );
  await insert(connection, "reading (person_id, month)", "person_id uuid, month date", rows);
}

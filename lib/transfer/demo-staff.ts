import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";
import type { DemoOrganisation } from "./demo-files";
import { insert, personId } from "./demo-organisation";

/** The ranks of the demo's company, lowest first. */
const levels = ["Auxiliar", "Técnico", "Coordinación", "Jefatura", "Dirección"] as const;

const levelId = (name: string) => idFor(`level ${name}`);

/** On which level somebody of the demo's staff is: those who lead or review stand higher, the rest as chance has it. */
export function levelOf(name: string, roles: string[]): (typeof levels)[number] {
  if (roles.includes("executive")) return "Dirección";
  if (roles.includes("reviewer")) return pick(["Coordinación", "Coordinación", "Jefatura"], `level ${name}`);
  return pick(["Auxiliar", "Auxiliar", "Técnico", "Técnico", "Coordinación"], `level ${name}`);
}

/** For how many years somebody of the demo's staff has been there. */
export const yearsOf = (name: string): number => 0.3 + 18 * chance(`joined ${name}`) ** 2;

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
    years: yearsOf(name),
  }));
  await connection.query(
    `update person p set level_id = n.level_id, joined_on = ($2::timestamptz - n.years * interval '1 year')::date
       from jsonb_to_recordset($1::jsonb) as n (id uuid, level_id uuid, years float8)
      where p.id = n.id`,
    [JSON.stringify(rows), loadedAt],
  );
}

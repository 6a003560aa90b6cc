import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";
import { insert } from "./demo-organisation";

/** What the demo's company wants, in its three languages; the last one nobody has an idea for. */
const goals = [
  ["Streets that are safe for everybody", "Calles seguras para todo el mundo", "Ruas seguras para todos"],
  ["Half the energy by 2030", "La mitad de energía en 2030", "Metade da energia até 2030"],
  ["Services that anybody can use", "Servicios que cualquiera pueda usar", "Serviços que qualquer pessoa possa usar"],
  ["Places to meet and to move", "Lugares para encontrarse y moverse", "Lugares para se encontrar e se mover"],
  ["Records that answer by themselves", "Datos que responden por sí solos", "Dados que respondem sozinhos"],
] as const;

const goalId = (place: number) => idFor(`goal ${place}`);

/** Which goals departments serve by their work. */
const served: Record<string, number[]> = {
  Mobility: [0, 3],
  "Public Space": [0, 1, 3],
  Community: [2, 3],
  Digital: [2],
};

async function setGoals(connection: Connection): Promise<void> {
  const rows = goals.map((_, place) => ({ id: goalId(place), position: place }));
  await insert(connection, "goal (id, position)", "id uuid, position int", rows);
  const wordings = goals.flatMap((names, place) =>
    (["en", "es", "pt"] as const).map((locale, at) => ({ goal_id: goalId(place), locale, name: names[at] ?? "" })),
  );
  await insert(connection, "goal_wording (goal_id, locale, name)", "goal_id uuid, locale text, name text", wordings);
}

/** How daring an idea is: seventy of a hundred are what one always does. */
const ambitionOf = (key: string) => {
  const at = chance(`ambition ${key}`);
  return at < 0.78 ? "usual" : at < 0.96 ? "moderate" : "radical";
};

type Idea = { id: string; key: string; area: string | null };

/** Whether somebody has said what an idea serves: of all that was accepted, and of some of the rest. */
const isAligned = ({ key, status }: { key: string; status: string }) =>
  !["submitted", "in_review", "declined"].includes(status) || chance(`aligned ${key}`) < 0.25;

/** Sets the demo's goals, and has reviewers say which of them ideas serve, and how daring they are. */
export async function pursueGoals(connection: Connection, loadedAt: Date): Promise<void> {
  await setGoals(connection);
  const { rows } = await connection.query<Idea & { status: string }>(
    `select i.id, i.source_id || ' ' || r.external_id as key, coalesce(a.name, d.name) as area, i.status
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
       left join department d on d.id = i.department_id
       left join department a on a.id = d.parent_id
      where i.status not in ('draft', 'merged', 'withdrawn')
      order by i.id`,
  );
  const ideas = rows.filter(isAligned);
  const reviewers = (
    await connection.query<{ id: string }>("select person_id as id from person_role where role = 'reviewer' order by 1")
  ).rows.map(({ id }) => id);
  const chosen = ideas.map(({ id, key }) => ({
    idea_id: id,
    ambition: ambitionOf(key),
    chosen_at: loadedAt.toISOString(),
    chosen_by_id: pick(reviewers, `aligned by ${key}`),
  }));
  await insert(
    connection,
    "idea_ambition (idea_id, ambition, chosen_at, chosen_by_id)",
    "idea_id uuid, ambition text, chosen_at timestamptz, chosen_by_id uuid",
    chosen,
  );
  await insert(
    connection,
    "idea_goal (idea_id, place, goal_id, chosen_at, chosen_by_id)",
    "idea_id uuid, place smallint, goal_id uuid, chosen_at timestamptz, chosen_by_id uuid",
    ideas.flatMap((idea, index) =>
      goalsOf(idea).map((goal, at) => ({ ...chosen[index], place: at + 1, goal_id: goalId(goal) })),
    ),
  );
}

/** The goals of an idea: one of its area's, sometimes two. */
function goalsOf({ key, area }: Idea): number[] {
  const able = served[area ?? ""] ?? [2, 3];
  const first = pick(able, `goal ${key}`);
  const second = pick(able, `second goal ${key}`);
  return second !== first && chance(`two goals ${key}`) < 0.3 ? [first, second] : [first];
}

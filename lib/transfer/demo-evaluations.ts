import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";

const DAY_MS = 86_400_000;

/** How many ideas were evaluated to the end, how many are being evaluated now, and by how many people each. */
const [CLOSED, OPEN, REVIEWERS] = [18, 8, 3];

type Idea = { id: string; key: string };
type Person = { id: string; locale: "en" | "es" | "pt" };

/** What reviewers write beside a low mark, in their own language. */
const notes = {
  en: [
    "We would need a partner for this, and there is none in sight.",
    "It helps those who know about it already; the others would not notice.",
    "Somebody has to answer for it on weekends too, and nobody does today.",
  ],
  es: [
    "Haría falta un socio y ahora mismo no hay ninguno a la vista.",
    "Ayuda a quienes ya lo conocen; el resto no lo notaría.",
    "Alguien tendría que responder también los fines de semana, y hoy no hay nadie.",
  ],
  pt: [
    "Precisaríamos de um parceiro, e não há nenhum à vista.",
    "Ajuda quem já conhece; os outros não perceberiam.",
    "Alguém teria de responder também nos fins de semana, e hoje não há ninguém.",
  ],
} as const;

/** Undecided ideas with an author, those that most colleagues support first: what reviewers would look at. */
const ideasToEvaluate = async (connection: Connection): Promise<Idea[]> =>
  (
    await connection.query<Idea>(
      `select i.id, i.source_id || ' ' || r.external_id as key
         from idea i
         join import_record r on r.target_id = i.id and r.kind = 'idea'
         join idea_tally t on t.idea_id = i.id
        where i.status in ('submitted', 'in_review')
        order by i.source_id = 'invented' desc, t.votes desc, key
        limit $1`,
      [CLOSED + OPEN],
    )
  ).rows;

/** Those who mark an idea: of other departments than its author's, always the same. */
const reviewersOf = async (connection: Connection, { id, key }: Idea): Promise<(Person & { distance: string })[]> => {
  const { rows } = await connection.query<Person & { distance: string; email: string | null; name: string }>(
    `select p.id, coalesce(p.locale, 'en') as locale, p.email, p.name,
            distance_between(p.department_id, a.department_id) as distance
       from person p
       join person_role r on r.person_id = p.id and r.role = 'reviewer'
       join idea i on i.id = $1
       left join person a on a.id = i.author_id
      where p.id is distinct from i.author_id and p.status = 'active'`,
    [id],
  );
  return (
    rows
      .toSorted((one, two) => place(one, key) - place(two, key))
      .slice(0, REVIEWERS)
      // First those who can be awaited below.
      .toSorted((one, two) => Number(two.email !== null) - Number(one.email !== null))
      .map(({ id: reviewer, locale, distance }) => ({ id: reviewer, locale, distance }))
  );
};

/** Whoever one can be in the demo is asked more often, so that there is something to do. */
const place = (person: { name: string; email: string | null; distance: string }, key: string): number =>
  chance(`reviewer ${person.name} ${key}`) * (person.email ? 0.5 : 1) + (person.distance === "team" ? 0.7 : 0);

/** A mark around what the idea is worth; on some ideas people are of very different minds. */
function markOf(key: string, reviewer: string, position: number): number {
  const worth = 2.2 + 2.2 * chance(`worth ${key}`) + 0.9 * (chance(`worth ${key} ${position}`) - 0.5);
  const strictness = 1.2 * (chance(`strict ${reviewer}`) - 0.5);
  const width = chance(`doubt ${key}`) < 0.25 ? 4.5 : 2;
  return Math.min(
    5,
    Math.max(1, Math.round(worth - strictness + width * (chance(`mark ${key} ${reviewer} ${position}`) - 0.5))),
  );
}

/** Has the demo's reviewers mark ideas by the scorecard: some evaluations are closed, in others people are awaited. */
export async function evaluateDemoIdeas(connection: Connection, loadedAt: Date): Promise<void> {
  const ideas = await ideasToEvaluate(connection);
  for (const [index, idea] of ideas.entries()) {
    const isClosed = index % (OPEN + CLOSED) >= OPEN;
    await evaluate(connection, idea, { index, isClosed, loadedAt });
  }
}

async function evaluate(
  connection: Connection,
  idea: Idea,
  { index, isClosed, loadedAt }: { index: number; isClosed: boolean; loadedAt: Date },
): Promise<void> {
  const begunAt = new Date(loadedAt.getTime() - (isClosed ? 9 : 1 + (index % 4)) * DAY_MS);
  const evaluationId = idFor(`evaluation ${idea.key}`);
  await connection.query(
    `with begun as (
       insert into evaluation (id, idea_id, scorecard_id, hides_author, note_from, begun_at)
       select $1, $2, id, hides_author, note_from, $3 from scorecard where is_general
       returning id, scorecard_id
     )
     insert into evaluation_criterion (evaluation_id, criterion_id)
     select b.id, c.id from begun b join criterion c on c.scorecard_id = b.scorecard_id where c.retired_at is null`,
    [evaluationId, idea.id, begunAt],
  );
  const reviewers = await reviewersOf(connection, idea);
  // In each open evaluation somebody is still awaited; in every fourth all have handed in.
  const awaited = isClosed || index % 4 === 3 ? 0 : 1 + (index % 2);
  for (const [nth, reviewer] of reviewers.entries())
    await assess(connection, idea, { evaluationId, reviewer, begunAt, hasHandedIn: nth >= awaited });
  if (isClosed)
    await connection.query("update evaluation set closed_at = $2 where id = $1", [
      evaluationId,
      new Date(begunAt.getTime() + 6 * DAY_MS),
    ]);
}

async function assess(
  connection: Connection,
  { key }: Idea,
  given: { evaluationId: string; reviewer: Person & { distance: string }; begunAt: Date; hasHandedIn: boolean },
): Promise<void> {
  const { evaluationId, reviewer, begunAt, hasHandedIn } = given;
  await connection.query(
    "insert into assessment (evaluation_id, reviewer_id, distance, assigned_at, handed_in_at) values ($1, $2, $3, $4, $5)",
    [
      evaluationId,
      reviewer.id,
      reviewer.distance,
      begunAt,
      hasHandedIn
        ? new Date(begunAt.getTime() + (4 + 16 * chance(`handed in ${key} ${reviewer.id}`)) * 3_600_000)
        : null,
    ],
  );
  if (!hasHandedIn) return;
  const { rows: asked } = await connection.query<{ id: string; position: number }>(
    `select c.id, c.position from evaluation_criterion e join criterion c on c.id = e.criterion_id
      where e.evaluation_id = $1 order by c.position`,
    [evaluationId],
  );
  const marks = asked.map(({ id, position }) => {
    const value = markOf(key, reviewer.id, position);
    return {
      id,
      value,
      note: value <= 2 ? pick(notes[reviewer.locale], `note ${key} ${reviewer.id} ${position}`) : "",
    };
  });
  await connection.query(
    `insert into mark (evaluation_id, reviewer_id, criterion_id, value, note)
     select $1, $2, * from unnest($3::uuid[], $4::int[], $5::text[])`,
    [
      evaluationId,
      reviewer.id,
      marks.map(({ id }) => id),
      marks.map(({ value }) => value),
      marks.map(({ note }) => note),
    ],
  );
}

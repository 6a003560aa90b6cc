import { states } from "../ideas/states";
import type { Connection } from "./connection";
import { chance, pick } from "./demo-chance";
import { voters } from "./demo-eagerness";
import type { DemoOrganisation } from "./demo-files";
import { INVENTED } from "./demo-organisation";

/** Of those who support an idea, so many want to hear what becomes of it. */
const FOLLOWING = 0.2;

type Idea = {
  id: string;
  key: string;
  status: keyof typeof states;
  authorId: string | null;
  submittedAt: Date;
  supporters: number | null;
  opposed: number | null;
  mostSupporters: number;
};

async function votableIdeas(connection: Connection): Promise<Idea[]> {
  const { rows } = await connection.query<Idea>(
    `select i.id, i.source_id || ' ' || r.external_id as key, i.status, i.author_id as "authorId",
            i.submitted_at as "submittedAt", x.supporters, x.opposed,
            coalesce(max(x.supporters) over (partition by i.source_id), 1) as "mostSupporters"
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
       left join external_support x on x.idea_id = i.id
      order by i.id`,
  );
  return rows.filter(({ status }) => states[status].votable);
}

/** How well an idea is liked, from 0 to 1: what outsiders thought of it, as far as that is known. */
function appeal({ key, supporters, opposed, mostSupporters }: Idea): number {
  const own = chance(`appeal ${key}`);
  if (supporters === null) return 0.4 + 0.5 * own;
  const agreed = opposed === null ? 0.7 : supporters / Math.max(1, supporters + opposed);
  return agreed * (0.25 * own + 0.75 * Math.sqrt(supporters / Math.max(1, mostSupporters)));
}

type Support = { ideaId: string; personId: string; at: Date; follows: boolean };

/** Who of the staff supports what, and since when; always the same for the same ideas and staff. */
function supportOf(idea: Idea, staff: ReturnType<typeof voters>, loadedAt: Date): Support[] {
  const liked = 0.45 * appeal(idea);
  const age = loadedAt.getTime() - idea.submittedAt.getTime();
  return staff
    .filter(({ id }) => id !== idea.authorId)
    .filter(({ id, zeal }) => chance(`vote ${id} ${idea.key}`) < liked * zeal)
    .map(({ id: personId }) => ({
      ideaId: idea.id,
      personId,
      // Squared, because most people vote while an idea is new.
      at: new Date(idea.submittedAt.getTime() + Math.max(0, age) * chance(`when ${personId} ${idea.key}`) ** 2),
      follows: chance(`follow ${personId} ${idea.key}`) < FOLLOWING,
    }));
}

/** Has the demo's staff vote and follow, and has reviewers answer for what was decided on the invented ideas. */
export async function enliven(connection: Connection, organisation: DemoOrganisation, loadedAt: Date): Promise<void> {
  const staff = voters(organisation);
  const support = (await votableIdeas(connection)).flatMap((idea) => supportOf(idea, staff, loadedAt));
  await connection.query(
    `insert into vote (idea_id, voter_id, created_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) on conflict do nothing`,
    [support.map(({ ideaId }) => ideaId), support.map(({ personId }) => personId), support.map(({ at }) => at)],
  );
  const following = support.filter(({ follows }) => follows);
  await connection.query(
    `insert into follow (idea_id, person_id, since)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) on conflict do nothing`,
    [following.map(({ ideaId }) => ideaId), following.map(({ personId }) => personId), following.map(({ at }) => at)],
  );
  await connection.query(
    `insert into follow (idea_id, person_id, since)
     select i.id, i.author_id, i.submitted_at
       from idea i
       join person p on p.id = i.author_id and p.status = 'active'
         on conflict do nothing`,
  );
  await answer(connection);
}

async function answer(connection: Connection): Promise<void> {
  const reviewers = (
    await connection.query<{ id: string }>("select person_id as id from person_role where role = 'reviewer' order by 1")
  ).rows.map(({ id }) => id);
  const { rows } = await connection.query<{ id: string }>(
    `select d.id from decision d join idea i on i.id = d.idea_id where i.source_id = $1 and d.decided_by_id is null`,
    [INVENTED],
  );
  await connection.query(
    `update decision d set decided_by_id = n.reviewer_id
       from unnest($1::uuid[], $2::uuid[]) as n (id, reviewer_id) where d.id = n.id`,
    [rows.map(({ id }) => id), rows.map(({ id }) => pick(reviewers, `answer ${id}`))],
  );
}

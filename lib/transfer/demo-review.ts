import type { Connection } from "./connection";
import { chance, pick } from "./demo-chance";

const DAY_MS = 86_400_000;

/** Has the demo's reviewers see to what was accepted, and gives them templates for their answers. */
export async function giveOut(connection: Connection, loadedAt: Date): Promise<void> {
  const { rows } = await connection.query<{ id: string }>(
    "select person_id as id from person_role where role = 'reviewer' order by 1",
  );
  await promiseNews(
    connection,
    rows.map(({ id }) => id),
    loadedAt,
  );
  await keepTemplates(connection);
}

/** Has somebody see to what the demo accepted, with news soon or due. */
async function promiseNews(connection: Connection, reviewers: string[], loadedAt: Date): Promise<void> {
  const { rows } = await connection.query<{ id: string }>(
    "select id from idea where status in ('accepted', 'in_progress') order by submitted_at desc, id limit 24",
  );
  await connection.query(
    `update review r
        set owner_id = n.owner_id, next_on = n.next_on, decided_at = n.decided_at
       from unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[]) as n (idea_id, owner_id, next_on, decided_at)
      where r.idea_id = n.idea_id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ id }) => pick(reviewers, `sees to ${id}`)),
      rows.map(({ id }) => new Date(loadedAt.getTime() + Math.round(-4 + 40 * chance(`news ${id}`)) * DAY_MS)),
      rows.map(({ id }) => new Date(loadedAt.getTime() - Math.round(2 + 20 * chance(`decided ${id}`)) * DAY_MS)),
    ],
  );
  await connection.query(
    `update review r
        set decided_at = $1::timestamptz - (row_number * interval '1 day')
       from (select idea_id, row_number() over (order by posted_at desc, idea_id)
               from review
              where status in ('implemented', 'declined')
              order by posted_at desc, idea_id
              limit 14) n
      where r.idea_id = n.idea_id`,
    [loadedAt],
  );
}

const templates = [
  [
    "en",
    "already_exists",
    "It exists already",
    "Thank you. We have something like this: [[what, and where to find it]]. What it does not cover yet is [[what, or: nothing that we know of]].",
  ],
  [
    "en",
    "not_feasible",
    "Looked at, not feasible",
    "Thank you. We looked at [[what exactly]] with [[whom]]. It cannot be done because [[the one reason that decided it]]. It could be, if [[what would have to change]].",
  ],
  [
    "en",
    null,
    "First answer",
    "Thank you for writing this down. [[Who]] looks at it now; the open question is [[which]]. You hear from us by [[day]].",
  ],
  [
    "es",
    "already_exists",
    "Ya existe",
    "Gracias. Ya tenemos algo así: [[qué, y dónde encontrarlo]]. Lo que aún no cubre es [[qué, o: nada que sepamos]].",
  ],
  [
    "es",
    "not_feasible",
    "Estudiada, no viable",
    "Gracias. Hemos estudiado [[qué exactamente]] con [[quién]]. No puede hacerse porque [[la razón que lo decidió]]. Podría hacerse si [[qué tendría que cambiar]].",
  ],
  [
    "es",
    null,
    "Primera respuesta",
    "Gracias por escribirlo. [[Quién]] lo está mirando; la pregunta abierta es [[cuál]]. Tendrás noticias antes del [[día]].",
  ],
  [
    "pt",
    "already_exists",
    "Já existe",
    "Obrigado. Já temos algo assim: [[o quê, e onde encontrar]]. O que ainda não cobre é [[o quê, ou: nada que saibamos]].",
  ],
  [
    "pt",
    "not_feasible",
    "Estudada, inviável",
    "Obrigado. Estudamos [[o que exatamente]] com [[quem]]. Não pode ser feito porque [[a razão que decidiu]]. Poderia, se [[o que teria de mudar]].",
  ],
  [
    "pt",
    null,
    "Primeira resposta",
    "Obrigado por escrever. [[Quem]] está olhando agora; a pergunta em aberto é [[qual]]. Você terá notícias até [[dia]].",
  ],
] as const;

async function keepTemplates(connection: Connection): Promise<void> {
  const rows = templates.map(([language, kind, name, body]) => ({ language, kind, name, body }));
  await connection.query(
    `insert into answer_template (language, kind, name, body)
     select * from jsonb_to_recordset($1::jsonb) as n (language text, kind text, name text, body text)
         on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

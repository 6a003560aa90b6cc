import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";
import { talkers } from "./demo-eagerness";
import type { DemoOrganisation } from "./demo-files";
import { insert } from "./demo-organisation";
import { STRETCHED } from "./demo-year";

const DAY_MS = 86_400_000;

/** So many of that year's ideas were talked about, and within so many days. */
const TALKED_ABOUT = 0.09;
const WITHIN = 20;

/** What can be said of most proposals for a town; invented. */
const remarks = [
  "Lo hemos hablado en el equipo y lo vemos factible. Falta saber quién se ocuparía después.",
  "Nos lo preguntan casi todas las semanas. Adelante con ello.",
  "¿Alguien sabe cuánto costó algo parecido en otro barrio?",
  "De acuerdo, pero empezaría por un solo sitio y mediría antes de seguir.",
  "En otra sede probamos algo así hace dos años. Puedo pasar los datos.",
  "Pasé por allí el martes y es tal como se cuenta aquí.",
  "Habría que mirarlo junto con una propuesta parecida que llegó el año pasado.",
  "Me parece bien. Si hace falta ayuda para preparar el plan, me apunto.",
  "Buena idea. Yo añadiría un cartel que explique para qué es.",
  "¿Se ha preguntado a quienes lo usan a diario? Suelen saber qué falla.",
];

type Idea = { id: string; key: string; authorId: string; submittedAt: Date };

/** Has the demo's staff say something about ideas of its year, some days after they came. */
export async function talkAboutIdeas(
  connection: Connection,
  organisation: DemoOrganisation,
  loadedAt: Date,
): Promise<void> {
  const { rows } = await connection.query<Idea>(
    `select i.id, r.external_id as key, i.author_id as "authorId", i.submitted_at as "submittedAt"
       from idea i
       join import_record r on r.target_id = i.id and r.kind = 'idea'
      where i.source_id = $1
        and i.status <> 'merged'`,
    [STRETCHED],
  );
  const staff = talkers(organisation);
  const said = rows
    .filter(({ key }) => chance(`talk ${key}`) < TALKED_ABOUT)
    .map(({ id, key, authorId, submittedAt }) => {
      const age = Math.max(0, loadedAt.getTime() - submittedAt.getTime());
      const after = Math.min(age, WITHIN * DAY_MS) * chance(`talked ${key}`);
      return {
        id: idFor(`remark ${key}`),
        root_id: idFor(`remark ${key}`),
        idea_id: id,
        author_id: pick(
          staff.filter((one) => one !== authorId),
          `talker ${key}`,
        ),
        body: pick(remarks, `remark ${key}`),
        created_at: new Date(submittedAt.getTime() + after).toISOString(),
      };
    });
  await insert(
    connection,
    "comment (id, root_id, idea_id, author_id, body, created_at)",
    "id uuid, root_id uuid, idea_id uuid, author_id uuid, body text, created_at timestamptz",
    said,
  );
}

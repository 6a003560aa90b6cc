import { withClient } from "../with-client";
import type { Ask } from "./load";
import { PEOPLE, personId, REVIEWERS, sessionOf, tokenOf } from "./people";

/** Something that people do, how a request for it is made, and the bare thing that it is compared with. */
export type Scenario = {
  name: string;
  ask: () => Ask;
  yardstick?: { name: string; ask: () => Ask; aim: number };
  isPage?: boolean;
};

/** Words that people look for: common and rare ones, in three languages, several at once, one mistyped. */
const QUESTIONS = [
  "parking",
  "bicicletas",
  "data",
  "hospital",
  "carril bici",
  "public transport",
  "escola",
  "veterans",
  "parque infantil",
  "records",
  "iluminación",
  "aparcamiento",
  "medical records",
  "energía",
  "open data",
  "transprot",
  '"carril bici"',
];

/** What reviewers look at: what is theirs, their groups', everybody's; by date and by support; and the board. */
const DESK = [
  "/review",
  "/review?whose=groups",
  "/review?whose=all",
  "/review?whose=nobody",
  "/review?view=support",
  "/review?whose=all&view=support",
  "/review?whose=all&view=waiting",
  "/review?whose=all&view=news",
];

/** What leaders look at: each page for the last year, and for all years. */
const INSIGHTS = ["", "/pipeline", "/participation", "/impact", "/portfolio"].flatMap((page) => [
  `/insights${page}`,
  `/insights${page}?from=2018-01`,
]);

let count = 0;
const person = (): number => count++ % PEOPLE;
const one = <T>(list: T[]): T => list[Math.floor(Math.random() * list.length)] as T;

const reviewer = (): number => count++ % REVIEWERS;

const asProgram = (who = person()) => ({ authorization: `Bearer ${tokenOf(who)}` });
const asReader = () => ({ cookie: `tormenta.session=${sessionOf(person())}`, "accept-encoding": "identity" });
const asReviewer = () => ({
  cookie: `tormenta.session=${sessionOf(reviewer())}`,
  "accept-encoding": "identity",
});
const get = (path: string, headers: Record<string, string>): Ask => ({ method: "GET", path, headers });
const put = (path: string, headers: Record<string, string>): Ask => ({ method: "PUT", path, headers });

/** As many ideas as a browser tells of at once, on average. */
export const BATCH = 10;

/** A batch of what somebody has had on the screen. */
const sightingsOf = (ideas: string[]): Ask => {
  const from = Math.floor(Math.random() * (ideas.length - BATCH));
  const sightings = ideas
    .slice(from, from + BATCH)
    .map((ideaId, n) => ({ ideaId, place: "list", order: "new", position: n + 1, ago: 5 }));
  return {
    method: "POST",
    path: "/impressions",
    headers: { ...asReader(), "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ sightings }),
  };
};

/** Ideas of a database to ask for: any, and discussed ones. */
const ideasOf = (url: string) =>
  withClient(url, async (client) => {
    const ids = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
    const any = await ids(
      "select id from idea where status in ('submitted', 'in_review', 'accepted') order by random() limit 5000",
    );
    const discussed = await ids(
      "select idea_id as id from idea_tally where comments between 1 and 200 order by random() limit 2000",
    );
    const open = await ids(
      "select i.id from idea i join idea_tally t on t.idea_id = i.id where status = 'submitted' and votes < 50 order by random() limit 3",
    );
    return { any, discussed, hot: open[0] ?? "", bareHot: open[1] ?? "", minute: open[2] ?? "" };
  });

/** Everything that is measured on a database, and what is asked apart: votes for one hot idea, the list, sightings. */
export type Asked = {
  scenarios: Scenario[];
  minute: () => Ask;
  list: () => Ask;
  sightings: () => Ask;
  ideas: string[];
};

/** What is asked of a database, and of which ideas. */
export async function scenariosOf(url: string): Promise<Asked> {
  const { any, discussed, hot, bareHot, minute } = await ideasOf(url);
  const vote = (idea: string, who = person()) => put(`/api/v1/ideas/${idea}/vote`, asProgram(who));
  const bareVote = (idea: string) => put(`/vote?idea=${idea}&voter=${personId(person())}`, {});
  const list = () => get("/api/v1/ideas", asProgram());
  const empty = { name: "empty page", ask: () => get("/", {}) };
  const bareList = { name: "bare list route", ask: () => get("/list", {}) };
  return {
    ideas: any,
    minute: () => vote(minute),
    list,
    sightings: () => sightingsOf(any),
    scenarios: [
      { name: "list, HTML", ask: () => get("/ideas", asReader()), yardstick: { ...empty, aim: 0.6 }, isPage: true },
      { name: "list by merit, HTML", ask: () => get("/ideas?order=merit", asReader()), isPage: true },
      { name: "list to discover, HTML", ask: () => get("/ideas?order=discover", asReader()), isPage: true },
      { name: "list, API", ask: list, yardstick: { ...bareList, aim: 0.5 } },
      { name: "idea with comments, HTML", ask: () => get(`/ideas/${one(discussed)}`, asReader()), isPage: true },
      {
        name: "search, HTML",
        ask: () => get(`/ideas?q=${encodeURIComponent(one(QUESTIONS))}`, asReader()),
        isPage: true,
      },
      { name: "queue, HTML", ask: () => get(one(DESK), asReviewer()), isPage: true },
      { name: "insights, HTML", ask: () => get(one(INSIGHTS), asReviewer()), isPage: true },
      { name: "queue, board", ask: () => get("/review/board?whose=all", asReviewer()), isPage: true },
      { name: "search, API", ask: () => get(`/api/v1/ideas?q=${encodeURIComponent(one(QUESTIONS))}`, asProgram()) },
      {
        name: "vote, many ideas",
        ask: () => vote(one(any)),
        yardstick: { name: "bare vote route", ask: () => bareVote(one(any)), aim: 0.4 },
      },
      { name: "sightings, ten at once", ask: () => sightingsOf(any) },
      {
        name: "vote, one idea",
        ask: () => vote(hot),
        yardstick: { name: "bare vote route, one idea", ask: () => bareVote(bareHot), aim: 0 },
      },
    ],
  };
}

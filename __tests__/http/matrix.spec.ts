import { expect, test } from "@playwright/test";
import { doors } from "../architecture/doors";
import { didIt, outcomeOf, prepare, requestFor } from "./support/door-call";
import { matrix, type Row } from "./support/matrix";
import { withPortalWithoutProxy } from "./support/portal";
import { type Asking, type Everybody, everybody, whoTries } from "./support/principals";
import { stored } from "./support/stored";
import { tricks } from "./support/tricks";
import { type Cast, canaryOf, castOfPeople, clearWorld, givenObject, sessionOf } from "./support/world";

/** One cell of the matrix, with a thing of its own. */
type Cell = { row: Row; asking: Asking; id: string; mayPass: boolean };

// Some thousands of requests, twice: on a busy machine that takes its time.
test.describe.configure({ timeout: 900_000 });

let cast: Cast;
test.beforeAll(async () => {
  cast = await castOfPeople();
});
test.afterAll(clearWorld);

test("the matrix has a row for every door that is not for visitors", () => {
  const guarded = Object.entries(doors).filter(([, who]) => who !== "visitor");

  expect([...new Set(matrix.map(({ door }) => door))].sort()).toEqual(guarded.map(([door]) => door).sort());
});

const cellsOf = async (row: Row, all: Everybody): Promise<Cell[]> =>
  Promise.all(
    (await whoTries(row, cast, all)).map(async ({ role, ...asking }) => {
      const id = await givenObject(row.kind, row.object, asking.personId, cast.colleague);
      await prepare(row.door, id, asking.personId);
      return { row, asking, id, mayPass: row.who.includes(role) };
    }),
  );

/** A few at a time, as colleagues come. */
async function inTurns<T, R>(things: T[], work: (thing: T) => Promise<R>, atOnce = 8): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < things.length) {
      const index = next++;
      results[index] = await work(things[index] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

const nameOf = ({ row, asking }: Cell) => `${row.door} · ${row.object} · ${asking.name}`;

async function ask(portal: string, { row, asking, id }: Cell) {
  const { path, init } = requestFor(row.door, id);
  const answer = await fetch(portal + path, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), ...asking.headers },
    redirect: "manual",
  });
  const body = await answer.text();
  return { outcome: outcomeOf(row.door, answer, body), body, answer };
}

const unknown = ["other's draft", "nothing"];

/** What is wrong with how somebody was refused; nothing when all is well. */
function faultOf({ row, asking, id }: Cell, outcome: string, body: string): string | undefined {
  const isHidden = unknown.includes(row.object);
  if (body.includes(canaryOf(id)) && (isHidden || !asking.isSomebody)) return "told what it should not";
  if (outcome === "silence") return undefined;
  if (!asking.isSomebody) return outcome === "sign in first" ? undefined : outcome;
  if (isHidden && row.who.length === 0 && outcome === "not there") return undefined;
  const allowed = isHidden ? ["not there", "forbidden"] : ["forbidden", "not there", "not now", "led elsewhere"];
  return allowed.includes(outcome) ? undefined : outcome;
}

/** Asks all of it of a portal: refusals first, between two looks at everything that is stored, then what is allowed. */
async function expectPromiseKept(portal: string): Promise<void> {
  const all = await everybody(cast);
  const cells = (await inTurns(matrix, (row) => cellsOf(row, all), 4)).flat();
  const [granted, refused] = [cells.filter(({ mayPass }) => mayPass), cells.filter(({ mayPass }) => !mayPass)];

  const before = await stored();
  const wrong = await inTurns(refused, async (cell) => {
    const { outcome, body } = await ask(portal, cell);
    const fault = faultOf(cell, outcome, body);
    return fault ? [`${nameOf(cell)}: ${fault}`] : [];
  });
  expect.soft(wrong.flat()).toEqual([]);
  expect.soft(await stored()).toEqual(before);

  // Whoever ends all sessions cannot go on.
  const endsAll = ({ row }: Cell) => row.door === "action endAllSessionsButton";
  const attempt = async (cell: Cell) => {
    const { outcome } = await ask(portal, cell);
    const isDone =
      outcome === "silence" ? await didIt(cell.row.door, cell.id, cell.asking.personId) : outcome === "through";
    return isDone ? [] : [`${nameOf(cell)}: ${outcome}`];
  };
  const stopped = [
    ...(await inTurns(
      granted.filter((cell) => !endsAll(cell)),
      attempt,
    )),
    ...(await inTurns(granted.filter(endsAll), attempt)),
  ];
  expect(stopped.flat()).toEqual([]);
  expect(cells.length).toBeGreaterThan(1_500);
}

/** Tries every trick on what somebody may not see, as that person and as a visitor. */
async function expectNothingShown(portal: string): Promise<void> {
  const employee = cast.people.employee ?? "";
  const draft = await givenObject("ideas", "other's draft", employee, cast.colleague);
  const shown = await givenObject("ideas", "other's", employee, cast.colleague);
  const session = await sessionOf(employee);
  const tried: [path: string, secret: string, headers: Record<string, string>][] = [
    [`/ideas/${draft}`, canaryOf(draft), session],
    [`/ideas/new?draft=${draft}`, canaryOf(draft), session],
    [`/api/v1/ideas/${draft}`, canaryOf(draft), session],
    [`/ideas/${shown}`, canaryOf(shown), {}],
    [`/api/v1/ideas/${shown}`, canaryOf(shown), {}],
    [`/admin/people/${cast.colleague}`, "Somebody Quetzal", session],
    ["/admin/people?q=Somebody", "Somebody Quetzal", session],
  ];
  const attempts = tried.flatMap(([path, secret, headers]) =>
    tricks.map(([what, more, address = (same: string) => same]) => ({
      what,
      path,
      secret,
      headers: { ...headers, ...more },
      address,
    })),
  );
  const told = await inTurns(attempts, async ({ what, path, secret, headers, address }) => {
    const body = await (await fetch(portal + address(path), { headers, redirect: "manual" })).text();
    return body.includes(secret) ? [`${path}: ${what}`] : [];
  });
  expect(told.flat()).toEqual([]);

  // Whoever may see it does, so that the words looked for are the right ones.
  const own = await sessionOf(cast.colleague);
  for (const [path, secret] of tried.slice(0, 5)) {
    expect(await (await fetch(portal + path, { headers: own })).text()).toContain(secret);
  }
}

test("everybody gets through exactly the doors that are promised to them", async ({ baseURL }) => {
  await expectPromiseKept(baseURL ?? "");
});

test("no header and no spelling of an address shows what a door would not", async ({ baseURL }) => {
  await expectNothingShown(baseURL ?? "");
});

test("all of it holds without proxy.ts", async () => {
  await withPortalWithoutProxy(async (portal) => {
    await expectPromiseKept(portal);
    await expectNothingShown(portal);
  });
});

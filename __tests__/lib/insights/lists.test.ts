import { givenIdea, hire } from "@/__tests__/support/database";
import { mergeInto, reviewer } from "@/__tests__/support/merging";
import type { Actor } from "@/lib/access/actor";
import { ideasPerHead } from "@/lib/insights/ideas-per-head";
import { listedIdeas } from "@/lib/insights/listed-ideas";
import { overdueByOwner, overdueByUnit } from "@/lib/insights/promises";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { listedInput } from "@/lib/insights/schema";
import { scopeOf } from "@/lib/insights/scope";
import type { Section } from "@/lib/insights/section";
import { waitingUnits } from "@/lib/insights/waiting-units";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";

let leader: Actor;

beforeAll(async () => {
  leader = await hire({ name: "Grace", roles: ["employee", "executive"] });
});

/** How many ideas stand in the list behind a figure. */
async function listed(href = "/"): Promise<number> {
  const said = Object.fromEntries(new URL(href, "http://localhost").searchParams);
  return (await listedIdeas(leader, parse(listedInput, said))).count;
}

const behind = ({ rows }: Section) => Promise.all(rows.map(({ href }) => listed(href)));

/** A department with another one below it. */
async function units(name: string) {
  const whole = await db.department.create({ data: { name } });
  const part = await db.department.create({ data: { name: "Night shift", parentId: whole.id } });
  return { whole: whole.id, part: part.id };
}

/** An idea whose answer is overdue. */
async function overdue(departmentId?: string, ownerId: string | null = null) {
  const { id } = await givenIdea({ departmentId, daysOld: 9 });
  const answerDueAt = new Date(Date.now() - 86_400_000);
  await db.review.update({ where: { ideaId: id }, data: { answerDueAt, ownerId } });
}

it("the list behind ideas for each person holds what its people proposed, wherever it belongs, but for what was taken back", async () => {
  const { whole, part } = await units("Workshops");
  const staff = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => hire({ departmentId: at > 5 ? part : whole })));
  const given = await Promise.all(staff.slice(2).map((author) => givenIdea({ author })));
  // Enough of them elsewhere not to be counted here.
  const [stranger] = await Promise.all([1, 2, 3, 4, 5].map(() => hire()));
  await givenIdea({ author: stranger, departmentId: whole });
  await rebuildInsights({ withPeople: true });
  await db.idea.update({ where: { id: given[0]?.id ?? "" }, data: { status: "withdrawn" } });
  await mergeInto(await reviewer(), given[1]?.id ?? "", given[2]?.id ?? "");
  await rebuildInsights();
  const told = await ideasPerHead(leader, { department: whole });

  expect(told.rows.at(-1)?.cells.posted).toBe(3);
  expect(await behind(told)).toEqual(told.rows.map(({ cells }) => cells.posted));
  expect(await listed(told.figure?.href)).toBe(3);
  expect(told.figure?.value).toBe(3 / 6);
});

it("each department's overdue ideas are its own, and so are those without one", async () => {
  const { whole, part } = await units("Operations");
  for (const unit of [whole, part, part, undefined, undefined, undefined]) await overdue(unit);
  await rebuildInsights();
  const told = await overdueByUnit(leader, {});

  expect(told.rows.map(({ cells }) => [cells.unit, cells.overdue])).toEqual([
    [null, 3],
    ["Night shift", 2],
    ["Operations", 1],
  ]);
  expect(await behind(told)).toEqual([3, 2, 1]);
});

it("what is overdue with nobody opens a list of what nobody owns", async () => {
  const marta = await reviewer();
  const { whole } = await units("Offices");
  for (const owner of [marta.id, null, null]) await overdue(whole, owner);
  await rebuildInsights();
  const told = await overdueByOwner(leader, { department: whole });

  expect(told.rows.map(({ cells }) => cells.overdue)).toEqual([2, 1]);
  expect(await behind(told)).toEqual([2, 1]);
});

it("says of all waiting ideas how many there are, also where not every department is listed", async () => {
  const { id: above } = await db.department.create({ data: { name: "Stations" } });
  for (let at = 0; at < 26; at++) {
    const { id } = await db.department.create({ data: { name: `Station ${at}`, parentId: above } });
    await givenIdea({ departmentId: id });
  }
  await rebuildInsights();
  const input = { department: above };
  const told = await waitingUnits(leader, input, await scopeOf(leader, input), "2030-01-01");

  expect(told.rows).toHaveLength(25);
  expect(told.says[0]?.values?.all).toBe(26);
});

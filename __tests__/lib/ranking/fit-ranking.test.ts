import { db } from "@/lib/platform/db/client";
import { currentFit } from "@/lib/ranking/fit";
import { fitRanking } from "@/lib/ranking/fit-ranking";
import { defaultCurve } from "@/lib/ranking/position-bias";
import { refreshExposed, refreshRanks } from "@/lib/ranking/refresh-ranks";
import { defaultPrior } from "@/lib/ranking/support-rate";
import { givenIdea, hire } from "../../support/database";
import { seenAt } from "../../support/sightings";

/** `people` of the first colleagues see an idea first at a band, and every `each`th of them votes for it. */
async function shown(ideaId: string, people: string[], band: number, each: number): Promise<void> {
  await seenAt(ideaId, people, band);
  const voters = people.filter((_, n) => n % each === 0);
  await db.vote.createMany({ data: voters.map((voterId) => ({ ideaId, voterId })) });
}

async function refresh(): Promise<void> {
  await refreshRanks();
  await refreshExposed(0);
}

beforeEach(async () => {
  await db.$executeRaw`truncate idea, ranking_fit, import_source cascade`;
});

it("starts from the published defaults, and writes down that it does", async () => {
  await givenIdea({ votes: 3 });
  await fitRanking();

  expect(await currentFit()).toMatchObject({ prior: defaultPrior, curve: [...defaultCurve], imported: {} });
  expect((await db.rankingFit.findFirstOrThrow()).evidence).toMatchObject({ isOwnCurve: false, isOwnPrior: false });
});

it("computes ranks anew that come from before there was a fit", async () => {
  const idea = await givenIdea({ votes: 3 });
  await db.$executeRaw`
    insert into idea_rank (idea_id, votes, comments, trending, changes)
    select idea_id, votes, comments, 0, changes from idea_tally where idea_id = ${idea.id}::uuid`;
  await fitRanking();

  expect(await refreshRanks()).toBe(1);
});

it("learns how much support is usual here, and where imported ideas have their middle", async () => {
  const colleagues = await Promise.all(Array.from({ length: 20 }, () => hire()));
  const people = colleagues.map(({ id }) => id);
  await db.importSource.create({ data: { id: "city", title: "City", attribution: "City", licence: "CC0" } });
  for (let n = 0; n < 60; n++) {
    const idea = await givenIdea();
    await shown(idea.id, people, 1, 2 + (n % 3));
    await db.idea.update({ where: { id: idea.id }, data: { sourceId: "city" } });
    await db.externalSupport.create({ data: { ideaId: idea.id, supporters: 10 * (n + 1) } });
  }
  await refresh();
  await fitRanking();

  const { id, prior, imported } = await currentFit();
  expect(id).not.toBeNull();
  expect(prior.alpha / (prior.alpha + prior.beta)).toBeCloseTo((10 + 7 + 5) / 60, 1);
  expect(imported).toEqual({ city: 305 });
});

it("learns nothing new from what it knows already", async () => {
  await givenIdea({ votes: 1 });
  await fitRanking();
  await fitRanking();

  expect(await db.rankingFit.count()).toBe(1);
});

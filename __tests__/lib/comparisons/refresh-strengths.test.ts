import { refreshStrengths } from "@/lib/comparisons/refresh-strengths";
import { db } from "@/lib/platform/db/client";
import { refreshRanks } from "@/lib/ranking/refresh-ranks";
import { givenIdea, hire } from "../../support/database";

/** Somebody new, who prefers one idea to another. */
async function prefer(
  winner: { id: string },
  loser: { id: string },
  side: "left" | "right" = "left",
  who?: { id: string },
) {
  const [leftId, rightId] = side === "left" ? [winner.id, loser.id] : [loser.id, winner.id];
  const { id } = who ?? (await hire());
  return db.comparison.create({ data: { personId: id, leftId, rightId, answer: side, answeredAt: new Date() } });
}

const strengthOf = ({ id }: { id: string }) => db.ideaStrength.findUnique({ where: { ideaId: id } });

it("says how strong ideas are, wherever they stood, and lets the orders follow", async () => {
  const [good, weak] = [await givenIdea(), await givenIdea()];
  await prefer(good, weak, "left");
  await prefer(good, weak, "right");
  await refreshRanks();

  expect(await refreshStrengths()).toBe(2);

  const [strong, other] = [await strengthOf(good), await strengthOf(weak)];
  expect(strong).toMatchObject({ comparisons: 2 });
  expect(strong?.strength).toBeGreaterThan(0.3);
  expect(other?.strength).toBeCloseTo(-(strong?.strength ?? 0), 6);
  expect(strong?.error).toBeLessThan(1);
  expect(await refreshRanks()).toBe(2);
});

it("does nothing while nobody has answered anything new", async () => {
  const [good, weak] = [await givenIdea(), await givenIdea()];
  await prefer(good, weak);
  await refreshStrengths();
  await db.ideaStrength.update({ where: { ideaId: good.id }, data: { strength: 9 } });

  expect(await refreshStrengths()).toBe(0);

  await prefer(weak, good);
  await refreshStrengths();
  expect((await strengthOf(good))?.strength).toBeCloseTo(0, 6);
});

it("follows somebody who thought again", async () => {
  const [good, weak] = [await givenIdea(), await givenIdea()];
  const { id } = await prefer(good, weak);
  await refreshStrengths();
  const before = await strengthOf(good);

  await db.comparison.update({ where: { id }, data: { answer: "right", answeredAt: new Date() } });
  await refreshStrengths();

  expect((await strengthOf(good))?.strength).toBeCloseTo(-(before?.strength ?? 0), 6);
});

it("lets what one person says of one idea weigh no more than two answers together, however often they are asked", async () => {
  const [often, twice, ana, ben] = [await givenIdea(), await givenIdea(), await hire(), await hire()];
  for (let n = 0; n < 6; n++) await prefer(often, await givenIdea(), "left", ana);
  for (let n = 0; n < 2; n++) await prefer(twice, await givenIdea(), "left", ben);
  await refreshStrengths();

  const [one, other] = [await strengthOf(often), await strengthOf(twice)];
  expect([one?.comparisons, other?.comparisons]).toEqual([2, 2]);
  expect(Math.abs((one?.strength ?? 0) - (other?.strength ?? 0))).toBeLessThan(0.25);

  for (let n = 0; n < 4; n++) await prefer(often, await givenIdea());
  await refreshStrengths();
  expect(await strengthOf(often)).toMatchObject({ comparisons: 6 });
});

it("leaves out who could not decide, and what nobody has answered", async () => {
  const [one, other] = [await givenIdea(), await givenIdea()];
  for (const answer of ["undecided", "both_good", "both_weak", "unknown", "same", null])
    await db.comparison.create({
      data: {
        personId: (await hire()).id,
        leftId: one.id,
        rightId: other.id,
        answer,
        answeredAt: answer ? new Date() : null,
      },
    });

  await refreshStrengths();

  expect(await strengthOf(one)).toBeNull();
});

it("counts what was said of a duplicate for the idea that stays, until they are parted again", async () => {
  const [stays, duplicate, other] = [await givenIdea(), await givenIdea(), await givenIdea()];
  await prefer(duplicate, other);
  await prefer(duplicate, stays);
  await refreshStrengths();
  const before = await strengthOf(duplicate);

  await db.merge.create({ data: { duplicateId: duplicate.id, survivorId: stays.id } });
  await refreshStrengths();
  expect(await strengthOf(stays)).toMatchObject({ comparisons: 1 });
  expect((await strengthOf(stays))?.strength).toBeGreaterThan(0.2);
  expect(await strengthOf(duplicate)).toBeNull();

  await db.merge.delete({ where: { duplicateId: duplicate.id } });
  await refreshStrengths();
  expect(await strengthOf(duplicate)).toEqual(before);
});

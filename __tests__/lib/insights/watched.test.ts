import { hire, seenReview } from "@/__tests__/support/database";
import { reviewer } from "@/__tests__/support/merging";
import { inNextMonth } from "@/__tests__/support/month-over";
import { see } from "@/__tests__/support/sightings";
import type { Actor } from "@/lib/access/actor";
import { sealEvents } from "@/lib/audit/seal-events";
import { postComment } from "@/lib/comments/commands";
import { commentInput } from "@/lib/comments/schema";
import { participation } from "@/lib/insights/participation";
import { peopleOf } from "@/lib/insights/participation-of";
import { participation as leadersParticipation } from "@/lib/insights/people-figures";
import { rebuildInsights, refreshInsights } from "@/lib/insights/roll-ups";
import type { InsightsInput } from "@/lib/insights/schema";
import { scopeOf } from "@/lib/insights/scope";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { moveIdea } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";
import { fewPeopleWorld } from "./few-people-world";

const MONTHS = ["2026-04", "2026-05", "2026-06", "2026-10"];

let world: Awaited<ReturnType<typeof fewPeopleWorld>>;
let leader: Actor;

beforeAll(async () => {
  world = await fewPeopleWorld(MONTHS);
  leader = await hire({ roles: ["executive"] });
}, 400_000);

/** All that leaders can be told of people: of everybody and each unit, of months that slide, and on the leader's page. */
async function allTold(): Promise<unknown[]> {
  const periods = [{}, { from: "2026-01", to: "2026-12" }, { from: "2026-11", to: "2026-11" }, { from: "2026-03" }];
  const narrowed = [
    {},
    ...world.departments.map(({ id }) => ({ department: id })),
    ...world.places.map(({ id }) => ({ place: id })),
  ];
  const told = [];
  for (const period of periods)
    for (const unit of narrowed) {
      const input = { ...period, ...unit } as InsightsInput;
      const people = await peopleOf(await scopeOf(leader, input));
      told.push([input, people, await participation(leader, input), await leadersParticipation(leader, input)]);
    }
  return told;
}

async function count() {
  await sealEvents();
  await refreshInsights();
}

const actorOf = async (at: number): Promise<Actor> => ({ ...(await hire()), id: world.inhabitants[at]?.id ?? "" });

it("nothing that is told of people changes by what they do until the month is over, and then all of it at once", async () => {
  const before = await allTold();
  const [open, other] = await db.idea.findMany({ where: { status: "submitted" }, orderBy: { submittedAt: "asc" } });
  const ideaId = open?.id ?? "";
  const [ana, bea] = [await actorOf(20), await actorOf(60)];
  await db.vote.deleteMany({ where: { voterId: ana.id, ideaId } });
  const old = await db.vote.findFirstOrThrow({
    where: { idea: { status: "submitted" }, voterId: { notIn: [ana.id, bea.id] } },
  });
  const unchanged = async (deed: string) => {
    await count();
    expect({ deed, isSame: JSON.stringify(await allTold()) === JSON.stringify(before) }).toEqual({
      deed,
      isSame: true,
    });
  };

  await castVote(ana, { ideaId });
  await unchanged("vote");
  await see(bea, ideaId);
  await postComment(bea, parse(commentInput, { ideaId, body: "In Vigo they lean on the wall." }));
  await unchanged("comment");
  await db.idea.create({
    data: {
      ...{ title: "Lean", body: "", plain: "", language: "en", status: "submitted" as const },
      ...{ authorId: ana.id, submittedAt: new Date(), departmentId: world.departments[0]?.id ?? null },
    },
  });
  await withdrawVote({ ...bea, id: old.voterId }, { ideaId: old.ideaId });
  await unchanged("an old vote taken back");
  await moveIdea(
    await reviewer(),
    parse(moveInput, {
      ideaId: other?.id,
      version: (await seenReview(other?.id ?? "")).version,
      ...{ to: "declined", kind: "not_feasible", reason: "We tried this in Vigo in 2024, and nobody came." },
    }),
  );
  await unchanged("a no");
  const movers = world.inhabitants.slice(30, 36).map(({ id }) => id);
  await db.person.updateMany({
    where: { id: { in: movers } },
    data: { departmentId: world.departments[2]?.id ?? null },
  });
  for (let n = 0; n < 6; n++) await hire();
  await db.person.updateMany({ where: { id: world.inhabitants[80]?.id ?? "" }, data: { status: "suspended" } });
  await unchanged("six who moved");
  await rebuildInsights();
  await unchanged("counted anew");

  await inNextMonth(async () => {
    await refreshInsights();
    const after = await allTold();
    expect(after).not.toEqual(before);
    const [{ tookPart }] = await db.$queryRaw<[{ tookPart: number }]>`
      select sum(took_part)::int as "tookPart" from voice_month where month = '2026-11-01' and dimension = 'department'`;
    expect(tookPart).toBeGreaterThan(1);
  });
}, 400_000);

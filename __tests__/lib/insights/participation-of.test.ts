import { givenIdea, hire } from "@/__tests__/support/database";
import { countPeople } from "@/__tests__/support/month-over";
import type { Actor } from "@/lib/access/actor";
import { participationOf } from "@/lib/insights/participation-of";
import { scopeOf } from "@/lib/insights/scope";
import { db } from "@/lib/platform/db/client";

const few = { hidden: "few" };

it("says which share of people did what, with their department's and all below it", async () => {
  const whole = await db.department.create({ data: { name: "Operations" } });
  const part = await db.department.create({ data: { name: "Night shift", parentId: whole.id } });
  const people: Actor[] = [];
  for (let n = 0; n < 12; n++) people.push(await hire({ departmentId: n < 6 ? whole.id : part.id }));
  const { id } = await givenIdea({ author: people[0] });
  await givenIdea({ author: people[6] });
  await db.vote.createMany({ data: people.slice(2, 10).map((voter) => ({ ideaId: id, voterId: voter.id })) });
  await countPeople();
  const [reader] = people;
  if (!reader) return;

  const {
    people: count,
    shares,
    before,
    months,
  } = await participationOf(await scopeOf(reader, { department: whole.id } as never));
  expect(count).toBe(12);
  const counted = await db.voice.findMany({ where: { inDepartment: { in: [whole.id, part.id] } } });
  const voted = counted.filter(({ countedAs }) => people.slice(2, 10).some((voter) => voter.id === countedAs)).length;
  expect(shares).toMatchObject({ read: 0, voted: voted / 12, commented: 0, proposed: 2 / 12 });
  expect(before).toMatchObject({ voted: 0, tookPart: 0, proposed: 0 });
  expect(months).toHaveLength(12);
  expect(months.at(-1)).toMatchObject({ voted: voted / 12 });

  const below = await participationOf(await scopeOf(reader, { department: part.id } as never));
  expect(below).toMatchObject({ people: 6, shares: { proposed: 1 / 6 } });
});

it("tells nothing of fewer than five people, nor of a department in a place", async () => {
  const small = await db.department.create({ data: { name: "Legal" } });
  const place = await db.place.create({ data: { name: "Vigo", kind: "site" } });
  const people: Actor[] = [];
  for (let n = 0; n < 4; n++) people.push(await hire({ departmentId: small.id }));
  for (let n = 0; n < 8; n++) people.push(await hire());
  await countPeople();
  const [reader] = people;
  if (!reader) return;

  const nothing = { people: few, shares: { voted: few, commented: few, proposed: few } };
  expect(await participationOf(await scopeOf(reader, { department: small.id } as never))).toMatchObject(nothing);
  const both = { department: small.id, place: place.id };
  expect(await participationOf(await scopeOf(reader, both as never))).toMatchObject(nothing);
});

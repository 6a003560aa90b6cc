import { givenIdea } from "@/__tests__/support/database";
import { type Mover, states } from "@/lib/ideas/states";
import { db } from "@/lib/platform/db/client";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";

const all = Object.keys(states) as IdeaStatus[];
const nextOf = (status: IdeaStatus) => [...new Set(Object.values(states[status].next).flat())];
const canBecome = (from: IdeaStatus, to: IdeaStatus) => nextOf(from).includes(to);

it("ends: merged and withdrawn ideas go nowhere", () => {
  expect(all.filter((status) => nextOf(status).length === 0)).toEqual(["merged", "withdrawn"]);
});

it("gives a declined and an archived idea a second chance, one of them by the clock", () => {
  expect(all.filter((status) => status !== "draft" && canBecome(status, "submitted"))).toEqual([
    "in_review",
    "declined",
    "archived",
  ]);
  expect(states.declined.next.clock).toEqual(["submitted"]);
});

it("has nobody but reviewers decide", () => {
  const decided: IdeaStatus[] = ["accepted", "in_progress", "implemented", "declined", "archived"];
  const movers = all.flatMap((from) =>
    Object.entries(states[from].next).flatMap(([mover, to]) => (to.some((one) => decided.includes(one)) ? mover : [])),
  );

  expect([...new Set(movers as Mover[])]).toEqual(["reviewer"]);
});

it("is the same for the database: what no row says is refused there, and what one says is not", async () => {
  const taken: string[] = [];
  for (const from of all)
    for (const to of all.filter((one) => one !== from)) {
      const { id } = await givenIdea({ status: from });
      // Looks at the step itself; what a step demands is looked at when a transaction ends, and this one never does.
      const attempt = db.$transaction(async (tx) => {
        await tx.$executeRaw`update idea set status = ${to}::idea_status, submitted_at = now() where id = ${id}::uuid`;
        throw new Error("legal");
      });
      const { message } = (await attempt.catch((error: Error) => error)) as Error;
      if (message === "legal") taken.push(`${from} → ${to}`);
      else expect(message).toContain("cannot go from");
    }

  expect(taken).toEqual(all.flatMap((from) => all.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`)));
});

it("lets an idea be taken back where it says so; a draft is thrown away instead", () => {
  const withdrawable = all.filter((status) => states[status].withdrawable);

  expect(withdrawable).toEqual(["draft", ...all.filter((status) => canBecome(status, "withdrawn"))]);
});

it("lets nobody edit what others are reviewing, nor vote for what has been decided", () => {
  expect(all.filter((status) => states[status].editable)).toEqual(["draft", "submitted"]);
  expect(all.filter((status) => states[status].votable)).toEqual(["submitted", "in_review", "accepted"]);
});

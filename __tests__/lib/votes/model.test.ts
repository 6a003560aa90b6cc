import fc from "fast-check";
import type { Actor } from "@/lib/access/actor";
import { db } from "@/lib/platform/db/client";
import { castVote, withdrawVote } from "@/lib/votes/commands";
import { tallyOf } from "@/lib/votes/queries";
import { givenIdea, hire } from "../../support/database";

type Deed = { deed: "cast" | "withdraw"; who: number } | { deed: "close" | "open" };

const deeds = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constantFrom("cast" as const, "withdraw" as const), who: fc.nat(3) }),
    fc.record({ deed: fc.constantFrom("close" as const, "open" as const) }),
  ),
  { minLength: 1, maxLength: 15 },
);

/** How voting is meant to work, without a database: a set of names and a door. The first person is the author. */
class Model {
  voted = new Set<number>();
  isOpen = true;

  expects(step: Deed): "done" | "forbidden" | "conflict" {
    if (!("who" in step)) {
      this.isOpen = step.deed === "open";
      return "done";
    }
    if (step.who === 0) return "forbidden";
    if (!this.isOpen) return "conflict";
    if (step.deed === "cast") this.voted.add(step.who);
    else this.voted.delete(step.who);
    return "done";
  }
}

async function really(people: Actor[], ideaId: string, step: Deed): Promise<string> {
  if (!("who" in step)) {
    await db.idea.update({ where: { id: ideaId }, data: { status: step.deed === "open" ? "submitted" : "archived" } });
    return "done";
  }
  const actor = people[step.who]!;
  const vote = step.deed === "cast" ? castVote : withdrawVote;
  return vote(actor, { ideaId }).then(
    () => "done",
    (failure) => failure.code,
  );
}

it("does what the model does, whatever people do in whatever order", async () => {
  const people = [await hire(), await hire(), await hire(), await hire()];

  await fc.assert(
    fc.asyncProperty(deeds, async (steps) => {
      const idea = await givenIdea({ author: people[0] });
      await db.decision.create({
        data: { ideaId: idea.id, toStatus: "archived", reason: "Nobody has taken it up for two years." },
      });
      const model = new Model();
      for (const step of steps) {
        expect([step, await really(people, idea.id, step)]).toEqual([step, model.expects(step)]);
        for (const [who, actor] of people.entries()) {
          expect(await tallyOf(actor, idea.id)).toEqual({ votes: model.voted.size, mine: model.voted.has(who) });
        }
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

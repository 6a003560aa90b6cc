import fc from "fast-check";
import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { withdrawIdea } from "@/lib/ideas/commands";
import { filterStates, type Mover, states } from "@/lib/ideas/states";
import { db } from "@/lib/platform/db/client";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";
import { Failure } from "@/lib/platform/errors";
import { parse } from "@/lib/platform/parse";
import { moveIdea } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";

const STEPS = 10_000;
const IDEAS = 25;
const reasons = [null, "No.", "There is no room at the north gate before 2030."];

/** What the product promises, written once more and without a look at how it is kept. */
function expected(at: Model, { who, to, given, isOld }: Step): IdeaStatus {
  const mover: Mover = to === "withdrawn" ? "author" : "reviewer";
  if (!states[at.status].next[mover]?.includes(to)) return at.status;
  if (mover === "author") return who === "author" ? to : at.status;
  if ((who !== "reviewer" && who !== "other reviewer") || isOld) return at.status;
  if (given.reason === "No.") return at.status;
  if (["declined", "archived"].includes(to) && !given.reason) return at.status;
  if (to === "declined" && !given.kind) return at.status;
  if (to === "implemented" && !given.extent) return at.status;
  if (to === "accepted" && !given.nextOn) return at.status;
  if (["accepted", "in_progress"].includes(to) && !given.hasOwner && !at.hasOwner) return at.status;
  return to;
}

type Model = { id: string; status: IdeaStatus; hasOwner: boolean };
type Who = "author" | "colleague" | "reviewer" | "other reviewer" | "administrator";
type Step = {
  idea: number;
  who: Who;
  to: (typeof filterStates)[number];
  isOld: boolean;
  given: {
    reason: string | null;
    kind: "not_now" | null;
    extent: "partly" | null;
    nextOn: string | null;
    hasOwner: boolean;
  };
};

const step: fc.Arbitrary<Step> = fc.record({
  idea: fc.nat(IDEAS - 1),
  who: fc.constantFrom<Who>("author", "colleague", "reviewer", "reviewer", "other reviewer", "administrator"),
  to: fc.constantFrom(...filterStates),
  isOld: fc.nat(9).map((n) => n === 0),
  given: fc.record({
    reason: fc.constantFrom(...reasons),
    kind: fc.constantFrom("not_now", null),
    extent: fc.constantFrom("partly", null),
    nextOn: fc.constantFrom("2999-01-31", null),
    hasOwner: fc.boolean(),
  }),
});

it(`${STEPS} steps by random people reach no state that the rules do not allow`, async () => {
  const author = await hire();
  const people: Record<Who, Actor> = {
    author,
    colleague: await hire(),
    reviewer: await hire({ roles: ["employee", "reviewer"] }),
    "other reviewer": await hire({ roles: ["reviewer"] }),
    administrator: await hire({ roles: ["administrator"] }),
  };
  const models: Model[] = [];
  for (let n = 0; n < IDEAS; n++)
    models.push({ id: (await givenIdea({ author })).id, status: "submitted", hasOwner: false });
  let moved = 0;

  for (const one of fc.sample(step, { numRuns: STEPS, seed: 4 })) {
    const model = models[one.idea]!;
    // An idea whose life has ended makes room for another one.
    if (Object.keys(states[model.status].next).length === 0)
      Object.assign(model, { id: (await givenIdea({ author })).id, status: "submitted", hasOwner: false });
    const after = expected(model, one);
    await take(people, model, one);
    const seen = await seenReview(model.id);
    if (seen.status !== after)
      throw new Error(`${model.status} became ${seen.status}, not ${after}: ${JSON.stringify(one)}`);
    if (after !== model.status && one.who !== "author" && one.given.hasOwner) model.hasOwner = true;
    if (after !== model.status) moved++;
    model.status = after;
  }

  expect(moved).toBeGreaterThan(STEPS / 40);
  const events = await db.event.count({ where: { type: { in: ["idea.moved", "idea.withdrawn"] } } });
  expect(events).toBe(moved);
}, 180_000);

async function take(people: Record<Who, Actor>, { id: ideaId }: Model, { who, to, isOld, given }: Step): Promise<void> {
  const { hasOwner, ...said } = given;
  try {
    if (to === "withdrawn") return await withdrawIdea(people[who], { ideaId });
    const version = (await seenReview(ideaId)).version - (isOld ? 1 : 0);
    const ownerId = hasOwner ? people.reviewer.id : null;
    await moveIdea(people[who], parse(moveInput, { ideaId, version, to, ...said, ownerId }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

import { hire, seenReview } from "@/__tests__/support/database";
import { mergeInto, reviewer } from "@/__tests__/support/merging";
import type { Actor } from "@/lib/access/actor";
import { sealEvents } from "@/lib/audit/seal-events";
import { retireGoal } from "@/lib/goals/commands";
import { withdrawIdea } from "@/lib/ideas/commands";
import { refreshInsights } from "@/lib/insights/roll-ups";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { assignIdea, moveIdea, waitForAuthor } from "@/lib/workflow/commands";
import { revisitIdeas } from "@/lib/workflow/revisit-ideas";
import { moveInput } from "@/lib/workflow/schema";

const reason = "We tried this in Vigo in 2024, and nobody came.";

async function move(actor: Actor, ideaId: string, to: string, more: object = {}): Promise<void> {
  const { version } = await seenReview(ideaId);
  const owned = { ownerId: actor.id, nextOn: "2999-01-31" };
  await moveIdea(actor, parse(moveInput, { ideaId, version, to, ...(to === "accepted" && owned), ...more }));
}

/** Leaves an idea that is overdue to nobody. */
async function leaveOneAlone(actor: Actor): Promise<void> {
  const overdue = await db.review.findMany({ where: { dueAt: { lt: new Date() } }, orderBy: { ideaId: "asc" } });
  const { ideaId, version } = overdue[0] ?? { ideaId: "", version: 1 };
  await assignIdea(actor, { ideaId, version, ownerId: null, groupId: null });
}

/** Confirms an odd number of cents that two ideas brought together, in a year of which nobody expected anything. */
async function bringOddCents(statedById: string, confirmedById: string): Promise<void> {
  const members = Map.groupBy(await db.deliveryIdea.findMany(), ({ deliveryId }) => deliveryId);
  const [deliveryId = ""] = [...members]
    .filter(([, ideas]) => ideas.length === 2)
    .map(([id]) => id)
    .sort();
  const said = { evidence: "Invoices of the year, folder 12.", statedById, confirmedById, confirmedAt: new Date() };
  const amount = { kind: "saved", amount: 100_001n, currency: "EUR" };
  await db.outcome.create({ data: { deliveryId, year: 2024, ...amount, ...said } });
}

/** Open ideas of the demo that serve a goal, those first whose promise ends first. */
async function openIdeas(): Promise<string[]> {
  const serving = await db.ideaGoal.findMany({ where: { place: 1 }, select: { ideaId: true } });
  const found = await db.review.findMany({
    where: {
      status: "submitted",
      ideaId: { in: serving.map(({ ideaId }) => ideaId) },
      idea: { authorId: { not: null } },
    },
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { ideaId: "asc" }],
    take: 16,
  });
  return found.map(({ ideaId }) => ideaId);
}

/**
 * Has happen in the demo what an import cannot bring: ideas are shelved, taken up, asked about, taken back, merged, declined
 * and back on their day, and a goal is given up. Counted as the portal counts it: by what the event log says.
 */
export async function liveOn(): Promise<void> {
  const [marta, administrator] = [await reviewer(), await hire({ roles: ["administrator"] })];
  const [asked, one, two, three, taken, faster, refused, back, gone, same, stays] = (await openIdeas()) as [
    string,
    ...string[],
  ] & { length: 11 };
  const { version } = await seenReview(asked);
  await waitForAuthor(marta, {
    ideaId: asked,
    version,
    reason: "Which of the two gates do you mean, and at what hour?",
  });
  for (const id of [one, two, three]) await move(marta, id as string, "archived", { reason });
  await move(marta, taken as string, "in_review");
  await move(marta, faster as string, "in_review");
  await move(marta, faster as string, "accepted");
  await move(marta, faster as string, "implemented", { extent: "partly" });
  for (const id of [refused, back])
    await move(marta, id as string, "declined", { kind: "not_now", reason, revisitOn: "2999-01-31" });
  await db.review.update({ where: { ideaId: back as string }, data: { revisitOn: new Date("2020-01-01") } });
  await revisitIdeas();
  const { authorId } = await db.idea.findUniqueOrThrow({ where: { id: gone as string } });
  await withdrawIdea({ ...marta, id: authorId } as Actor, { ideaId: gone as string });
  await mergeInto(marta, same as string, stays as string, reason);
  await leaveOneAlone(marta);
  await bringOddCents(marta.id, administrator.id);
  const [goal] = await db.goal.findMany({ where: { ideas: { some: {} } }, orderBy: { position: "desc" }, take: 1 });
  await retireGoal(administrator, { goalId: goal?.id ?? "" });
  await sealEvents();
  await refreshInsights();
}

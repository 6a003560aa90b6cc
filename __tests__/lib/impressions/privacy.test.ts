import { api } from "@/lib/api";
import { auditFile } from "@/lib/audit/audit-file";
import { auditFilter } from "@/lib/audit/schema";
import { db } from "@/lib/platform/db/client";
import { Role } from "@/lib/platform/db/generated/enums";
import { orders } from "@/lib/ranking/orders";
import { refreshRanks } from "@/lib/ranking/refresh-ranks";
import { givenIdea, hire } from "../../support/database";
import { see, seenIn } from "../../support/sightings";

/** Whatever an administrator who has every other role too can ask of the API, and the audit log. */
async function allThereIsToKnow(ideaId: string): Promise<string[]> {
  const curious = await hire({ roles: Object.values(Role), name: "Curious" });
  const reads = Object.values(api).filter(
    ({ at, input }) => at.startsWith("GET ") && input.safeParse({ ideaId }).success,
  );
  const asked = [
    ...reads.map(({ run, input }) => run(curious, input.parse({ ideaId }) as never)),
    ...orders.map((order) => api.listIdeas.run(curious, api.listIdeas.input.parse({ order, q: "bicycle" }))),
    api.listQueue.run(curious, api.listQueue.input.parse({ whose: "all" })),
  ];
  const answers = await Promise.allSettled(asked);
  let log = "";
  for await (const piece of (await auditFile(curious, auditFilter.parse({}))).pieces) log += piece;
  const own = new RegExp(`${curious.id}`, "g");
  return [...answers.map((answer) => JSON.stringify(answer)), log.replace(/^.*audit\.\w+.*$\s*/gm, "").trim()].map(
    (text) => text.replace(own, "me"),
  );
}

it("nobody is told who has seen what: all that can be asked is the same, whoever it was", async () => {
  const idea = await givenIdea({ votes: 1 });
  const [ana, bea] = [await hire({ name: "Ana Saw" }), await hire({ name: "Bea Saw" })];
  await see(ana, idea.id);
  await refreshRanks();
  const before = await allThereIsToKnow(idea.id);

  await db.impression.updateMany({
    where: { ideaId: idea.id },
    data: { personId: bea.id, place: "home", listOrder: "new" },
  });
  await db.ideaTally.update({ where: { ideaId: idea.id }, data: { changes: { increment: 1 } } });
  await refreshRanks();

  expect(await seenIn(idea.id)).toEqual({ 1: 1 });
  expect(await allThereIsToKnow(idea.id)).toEqual(before);
  expect(before.length).toBeGreaterThan(orders.length + 3);
  expect(before.join()).not.toMatch(/(Ana|Bea) Saw/);
});

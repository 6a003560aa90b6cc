import { givenIdea, hire } from "@/__tests__/support/database";
import { letFollow } from "@/__tests__/support/follow";
import type { Actor } from "@/lib/access/actor";
import { inWords } from "@/lib/notifications/news";
import { listInbox } from "@/lib/notifications/queries";
import { db } from "@/lib/platform/db/client";
import { translator } from "@/lib/platform/i18n/translate";
import { keepPromises } from "@/lib/workflow/keep-promises";

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

async function promised(owner: Actor, review: object) {
  const { id } = await givenIdea();
  await db.review.update({ where: { ideaId: id }, data: { ownerId: owner.id, ...review } });
  await keepPromises();
  await letFollow();
}

const headlines = async (actor: Actor) =>
  (await listInbox(actor, { before: null })).news
    .map((news) => inWords(news, translator("en")))
    .map(({ headline, because }) => `${headline}. ${because}`);

it("whoever answers for an idea is reminded, and nobody else", async () => {
  const marta = await hire({ roles: ["employee", "reviewer"] });
  const elena = await hire({ roles: ["administrator"] });
  await promised(marta, { answerDueAt: inHours(1), decisionDueAt: inHours(2_000) });

  expect(await headlines(marta)).toEqual(["An answer is due soon. You answer for it"]);
  expect(await headlines(elena)).toEqual([]);
});

it("what is late reaches its owner and the administrators", async () => {
  const marta = await hire({ roles: ["employee", "reviewer"] });
  const elena = await hire({ roles: ["administrator"] });
  await promised(marta, { answeredAt: inHours(-90), decisionDueAt: inHours(-1) });

  expect(await headlines(marta)).toEqual(["A decision is late. You answer for it"]);
  expect(await headlines(elena)).toEqual(["A decision is late. It was passed on to you"]);
});

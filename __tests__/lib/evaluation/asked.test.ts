import { givenIdea } from "@/__tests__/support/database";
import { letFollow, toldTo } from "@/__tests__/support/follow";
import { beginEvaluation } from "@/lib/evaluation/commands";
import { openNews } from "@/lib/notifications/commands";
import { db } from "@/lib/platform/db/client";
import { everybodyLeaves, reviewer } from "./evaluating";

it("tells those who are asked to mark an idea, and leads them to their scorecard", async () => {
  await everybodyLeaves();
  const [ada, bea, cleo] = [await reviewer("Ada"), await reviewer("Bea"), await reviewer("Cleo")];
  const { id: ideaId } = await givenIdea();
  await beginEvaluation(ada, { ideaId });
  await letFollow();

  expect([await toldTo(bea), await toldTo(cleo)]).toEqual([["asked task"], ["asked task"]]);
  expect(await toldTo(ada)).toEqual([]);
  const { id } = await db.notification.findFirstOrThrow({ where: { personId: bea.id } });
  expect(await openNews(bea, { notificationId: id })).toBe(`/review/${ideaId}/scorecard`);
});

import { givenIdea, hire, seenReview } from "@/__tests__/support/database";
import { db } from "@/lib/platform/db/client";
import { assignIdea, moveIdea } from "@/lib/workflow/commands";
import { moveInput } from "@/lib/workflow/schema";

const RACES = 500;
const AT_ONCE = 4;

it(`of two reviewers who move the same idea at once, one does and the other is told so: ${RACES} times`, async () => {
  const [one, other] = await Promise.all([hire({ roles: ["reviewer"] }), hire({ roles: ["reviewer"] })]);
  const race = async () => {
    const { id: ideaId } = await givenIdea({ author: await hire() });
    const { version } = await seenReview(ideaId);
    const begin = moveInput.parse({ ideaId, version, to: "in_review" });
    const no = moveInput.parse({
      ...begin,
      to: "declined",
      kind: "not_now",
      reason: "There is no room at the north gate.",
    });
    const outcomes = await Promise.allSettled([
      moveIdea(one, begin),
      moveIdea(other, no),
      assignIdea(other, { ideaId, version, ownerId: one.id, groupId: null }),
    ]);
    const lost = outcomes.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason);
    const after = await seenReview(ideaId);
    const events = await db.event.count({ where: { subjectId: ideaId } });
    return {
      lost: lost.map(({ reason, meanwhile }) => [reason, meanwhile?.length]),
      events,
      version: after.version - version,
    };
  };
  const results = [];
  for (let done = 0; done < RACES; done += AT_ONCE)
    results.push(...(await Promise.all(Array.from({ length: AT_ONCE }, race))));

  const wrong = results.filter(
    ({ lost, events, version }) =>
      JSON.stringify(lost) !== '[["workflow.changedMeanwhile",1],["workflow.changedMeanwhile",1]]' ||
      events !== 1 ||
      version !== 1,
  );
  expect(results).toHaveLength(RACES);
  expect(wrong).toEqual([]);
}, 120_000);

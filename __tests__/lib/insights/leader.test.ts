import { givenIdea, hire } from "@/__tests__/support/database";
import { implementedShare } from "@/lib/insights/implemented-share";
import { leader } from "@/lib/insights/leader";
import { pipeline } from "@/lib/insights/pipeline";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { targetFigures } from "@/lib/insights/schema";
import { timeToAnswer } from "@/lib/insights/time-to-answer";
import { db } from "@/lib/platform/db/client";

const executive = () => hire({ name: "Grace", roles: ["employee", "executive"] });

it("the leader's page answers all five figures", async () => {
  const sections = await leader(await executive(), {});
  const figures = sections.filter(({ figure }) => figure !== undefined).map(({ key }) => key);

  expect(figures.toSorted()).toEqual([...targetFigures].toSorted());
});

it("a month in which nobody proposed anything that stands has no shares and no days, rather than none of them", async () => {
  const taken = await givenIdea({ status: "in_review" });
  const submittedAt = new Date("2019-02-10T12:00:00Z");
  await db.idea.update({ where: { id: taken.id }, data: { submittedAt, status: "withdrawn" } });
  await rebuildInsights();
  const [grace, input] = [await executive(), { from: "2019-01", to: "2019-02" }];
  const cohorts = (await pipeline(grace, input)).find(({ key }) => key === "cohorts");
  const nothing = { answeredShare: null, acceptedShare: null, implementedShare: null };

  expect(cohorts?.rows.map(({ cells }) => cells)).toMatchObject([nothing, nothing]);
  expect((await implementedShare(grace, input)).rows.map(({ cells }) => cells.share)).toEqual([null, null]);
  expect((await timeToAnswer(grace, input)).rows.map(({ cells }) => cells.median)).toEqual([null, null]);
});

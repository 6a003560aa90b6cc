import { castVote, withdrawVote } from "@/lib/votes/commands";
import { eventsOf, givenIdea, hire } from "../../support/database";

it("counts one vote per person, however often they click", async () => {
  const idea = await givenIdea({ votes: 2 });
  const ana = await hire();

  await castVote(ana, { ideaId: idea.id });

  expect(await castVote(ana, { ideaId: idea.id })).toEqual({ votes: 3, mine: true });
  expect(await eventsOf(idea.id)).toEqual(["vote.cast"]);
});

it("gives the vote back with one click", async () => {
  const idea = await givenIdea();
  const ana = await hire();
  await castVote(ana, { ideaId: idea.id });

  expect(await withdrawVote(ana, { ideaId: idea.id })).toEqual({ votes: 0, mine: false });
  expect(await eventsOf(idea.id)).toEqual(["vote.cast", "vote.withdrawn"]);
});

it("refuses once voting has closed", async () => {
  const idea = await givenIdea({ status: "declined" });

  await expect(castVote(await hire(), { ideaId: idea.id })).rejects.toMatchObject({
    code: "conflict",
    reason: "votes.closed",
  });
});

it("refuses an author's vote for the own idea", async () => {
  const ana = await hire();
  const idea = await givenIdea({ author: ana });

  await expect(castVote(ana, { ideaId: idea.id })).rejects.toMatchObject({ code: "forbidden" });
});

it("does not know somebody else's draft", async () => {
  const idea = await givenIdea({ status: "draft" });

  await expect(castVote(await hire(), { ideaId: idea.id })).rejects.toMatchObject({ code: "not_found" });
});

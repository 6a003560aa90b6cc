import type { Actor } from "@/lib/access/actor";
import { similarIdeas, similarTo } from "@/lib/search/similar-ideas";
import { givenIdea, hire } from "../../support/database";

let ana: Actor;

beforeAll(async () => {
  ana = await hire();
  const tell = (language: string, title: string, body = "", rest: object = {}) =>
    givenIdea({ language, title, body, ...rest });

  await tell("en", "Charging points for electric bicycles", "So that nobody carries a battery up the stairs.");
  await tell("en", "Quiet rooms for calls", "", { status: "declined" });
  await tell("en", "A draft about charging electric bicycles", "", { status: "draft", author: ana });
});

it("finds what says the same in other words' endings", async () => {
  const [first] = await similarIdeas(ana, { title: "Charge an electric bicycle" });

  expect(first).toMatchObject({ title: "Charging points for electric bicycles", status: "submitted", mayVote: true });
});

it("never shows a draft, not even one's own", async () => {
  const found = await similarIdeas(ana, { title: "Charging electric bicycles" });

  expect(found.map(({ status }) => status)).toEqual(["submitted"]);
});

it("does not find an idea like itself", async () => {
  const idea = await givenIdea({ title: "Quiet rooms for a nap" });

  expect((await similarTo(ana, idea.id)).map(({ title }) => title)).toEqual(["Quiet rooms for calls"]);
});

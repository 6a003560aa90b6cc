import { countWords } from "@/lib/search/count-words";
import { inTurn } from "@/lib/search/in-turn";
import { similarIdeas, similarTo } from "@/lib/search/similar-ideas";
import { givenIdea, hire } from "../../support/database";

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => new Promise((done) => setImmediate(done));

/** Work of people that goes on until it is told to end, and how much of it was going on at most. */
function workplace() {
  const going: { who: string; end: () => void; fail: () => void }[] = [];
  const seen: string[][] = [];
  const begin = (who: string) =>
    inTurn(
      who,
      () =>
        new Promise<void>((end, fail) => {
          going.push({ who, end, fail: () => fail(new Error("failed")) });
          seen.push(going.map((one) => one.who));
        }),
    );
  const finish = async (how: "end" | "fail" = "end") => {
    going.shift()?.[how]();
    await settle();
  };
  return { going, seen, begin, finish };
}

it("does one thing at a time for whoever asks for very much at once, and everything in the end", async () => {
  const { going, seen, begin, finish } = workplace();
  const all = Promise.all(Array.from({ length: 150 }, () => begin("ana")));
  await settle();
  while (going.length > 0) await finish();
  await all;

  expect(seen).toEqual(Array(150).fill(["ana"]));
});

it("does three things at once for all together, and lets others pass whoever has one going", async () => {
  const { going, seen, begin, finish } = workplace();
  const all = Promise.all(["ana", "ana", "ben", "eva", "leo"].map(begin));
  await settle();

  expect(going.map(({ who }) => who)).toEqual(["ana", "ben", "eva"]);
  await finish();
  expect(going.map(({ who }) => who)).toEqual(["ben", "eva", "ana"]);
  while (going.length > 0) await finish();
  await all;
  expect(seen.at(-1)).toContain("leo");
  expect(Math.max(...seen.map(({ length }) => length))).toBe(3);
});

it("goes on after something that failed", async () => {
  const { begin, finish } = workplace();
  const failing = expect(begin("ana")).rejects.toThrow("failed");
  const next = begin("ana");
  await settle();
  await finish("fail");
  await failing;
  await finish();

  await expect(next).resolves.toBeUndefined();
});

it("looks for similar ideas in turn, and keeps nobody else waiting", async () => {
  const idea = await givenIdea({ title: "Bells at every door", language: "en" });
  await countWords();
  const [ana, ben] = [await hire(), await hire()];
  let [end, isAnswered]: [() => void, boolean] = [() => undefined, false];
  const before = inTurn(ana.id, () => new Promise<void>((done) => (end = done)));
  const asked = Promise.race([similarIdeas(ana, { title: "Bells at doors" }), similarTo(ana, idea.id)]);
  const waiting = asked.then(() => (isAnswered = true));
  for (let n = 0; n < 3; n++) expect(await similarIdeas(ben, { title: "Bells at doors" })).toHaveLength(1);

  expect(isAnswered).toBe(false);
  end();
  await before;
  await waiting;
});

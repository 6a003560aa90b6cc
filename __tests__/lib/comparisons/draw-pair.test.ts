import { type Candidate, type DrawnPair, drawPair } from "@/lib/comparisons/draw-pair";

/** Numbers from 0 to 1 that are the same in every run. */
function chances(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const idea = (ideaId: string, about: Partial<Candidate> = {}): Candidate => ({
  ideaId,
  language: "en",
  strength: 0,
  comparisons: 0,
  isPromising: false,
  ...about,
});
const ideas = (count: number, about: Partial<Candidate> = {}, name = "idea") =>
  Array.from({ length: count }, (_, n) => idea(`${name} ${n}`, about));

const none = () => false;
const idsOf = (pair: DrawnPair | null) => [pair?.leftId ?? "", pair?.rightId ?? ""];

/** How often something is true of 2,000 pairs drawn one after the other. */
function shareOf(candidates: Candidate[], isSo: (ids: string[], pair: DrawnPair) => boolean, language = "en"): number {
  const chance = chances();
  const drawn = Array.from({ length: 2_000 }, () => drawPair(candidates, none, language, chance) as DrawnPair);
  return drawn.filter((pair) => isSo(idsOf(pair), pair)).length / drawn.length;
}

it("never shows an idea beside itself", () => {
  expect(shareOf(ideas(2), ([left, right]) => left === right)).toBe(0);
});

it("shows those that were compared little more often than those that were compared a lot", () => {
  const candidates = [...ideas(5, { comparisons: 1 }, "thin"), ...ideas(5, { comparisons: 19 }, "thick")];

  const places = [0, 1].map((place) => shareOf(candidates, (ids) => ids[place]?.startsWith("thin") ?? false));

  for (const share of places) expect(share).toBeGreaterThan(0.8);
});

it("shows every one of them now and then", () => {
  const candidates = [...ideas(5), idea("well known", { comparisons: 40 })];

  expect(shareOf(candidates, (ids) => ids.includes("well known"))).toBeGreaterThan(0.005);
});

it("has a promising idea in at least every other pair", () => {
  const candidates = [...ideas(40), ...ideas(2, { isPromising: true }, "promising")];

  expect(shareOf(candidates, (ids) => ids.some((id) => id.startsWith("promising")))).toBeGreaterThan(0.48);
});

it("puts beside an idea rather one that is about as strong", () => {
  const candidates = [
    idea("strong", { strength: 2 }),
    idea("as strong", { strength: 2 }),
    idea("weak", { strength: -2 }),
  ];
  const strongWith = (other: string) => shareOf(candidates, (ids) => ids.includes("strong") && ids.includes(other));

  expect(strongWith("as strong")).toBeGreaterThan(2 * strongWith("weak"));
});

it("prefers the language that one reads, and two ideas in the same", () => {
  const candidates = [...ideas(5, { language: "es" }, "es"), ...ideas(5, { language: "pt" }, "pt")];
  const languages = (ids: string[]) => ids.map((id) => id.slice(0, 2));

  expect(shareOf(candidates, (ids) => languages(ids).every((one) => one === "pt"), "pt")).toBeGreaterThan(0.5);
  expect(shareOf(candidates, (ids) => new Set(languages(ids)).size > 1, "pt")).toBeGreaterThan(0.1);
});

it("leaves the places to chance", () => {
  const share = shareOf([idea("new"), idea("known", { comparisons: 9 })], (_, { leftId }) => leftId === "new");

  expect(share).toBeGreaterThan(0.46);
  expect(share).toBeLessThan(0.54);
});

it("finds the one pair that is left, whatever chance says, and none when there is none", () => {
  const candidates = ideas(6, { isPromising: true });
  const left = new Set(["idea 2", "idea 5"]);
  const isBarred = (one: Candidate, other: Candidate) => !(left.has(one.ideaId) && left.has(other.ideaId));

  for (let seed = 0; seed < 50; seed++)
    expect(idsOf(drawPair(candidates, isBarred, "en", chances(seed))).sort()).toEqual(["idea 2", "idea 5"]);
  expect(drawPair(candidates, () => true, "en", chances())).toBeNull();
  expect(drawPair([idea("alone")], none, "en", chances())).toBeNull();
  expect(drawPair([], none, "en", chances())).toBeNull();
});

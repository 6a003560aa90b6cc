import fc from "fast-check";
import { languageOf } from "@/lib/search/language-of";
import { isProbablySame, rankOf, sayTheSame, similarityOf } from "@/lib/search/likeness";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const alike = fc.record({ whole: share, title: share, letters: share });

it("ideas that share more of what they say, or more letters, are never less alike", () => {
  fc.assert(
    fc.property(alike, share, (one, more) => {
      const whole = Math.max(one.whole, more);
      const letters = Math.max(one.letters, more);

      expect(sayTheSame({ ...one, whole })).toBeGreaterThanOrEqual(sayTheSame(one));
      expect(sayTheSame({ ...one, letters })).toBeGreaterThanOrEqual(sayTheSame(one));
    }),
  );
});

it("more support never puts an idea further down", () => {
  fc.assert(
    fc.property(fc.double({ min: -20, max: 20, noNaN: true }), fc.nat(1e6), fc.nat(1e6), (likeness, a, b) => {
      expect(rankOf({ likeness, supporters: a + b })).toBeGreaterThanOrEqual(rankOf({ likeness, supporters: a }));
    }),
  );
});

it("the same title is the same, and nothing in common is not, in every language", () => {
  for (const language of ["en", "es", "pt"] as const) {
    expect(isProbablySame({ whole: 1, title: 1, letters: 1 }, language)).toBe(true);
    expect(isProbablySame({ whole: 0, title: 0, letters: 0 }, language)).toBe(false);
  }
  expect(similarityOf(sayTheSame({ whole: 1, title: 1, letters: 1 }))).toBeGreaterThan(0.99);
});

it.each([
  ["Más árboles en las calles del centro para los vecinos", "es"],
  ["Mais árvores nas ruas do centro para os moradores", "pt"],
  ["More trees in the streets of the centre for all of us", "en"],
] as const)("sees what language this is in: %s", (text, language) => {
  for (const hint of ["en", "es", "pt"] as const) expect(languageOf(text, hint)).toBe(language);
});

it("believes the form where a text says little of its language", () => {
  expect(languageOf("Wifi parking", "pt")).toBe("pt");
});

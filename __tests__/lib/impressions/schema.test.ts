import fc from "fast-check";
import { bandOf, bands } from "@/lib/impressions/bands";
import { LAST_POSITION, MOST_SIGHTINGS, sightingPlaces, sightingsInput } from "@/lib/impressions/schema";
import { sighting } from "../../support/sightings";

const IDEA = "11111111-1111-4111-8111-111111111111";
const takes = (input: unknown) => sightingsInput.safeParse(input).success;
const takesOne = (more: object) => takes({ sightings: [{ ...sighting(IDEA), ...more }] });

it("takes what a page can have shown", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sightingPlaces),
      fc.integer({ min: 1, max: LAST_POSITION }),
      fc.nat(86_400),
      (place, position, ago) => takesOne({ place, position: place === "page" ? 0 : position, ago }),
    ),
  );
});

it("refuses whatever no page can have shown", () => {
  const wrong = [
    { place: "page" },
    { position: 0 },
    { position: LAST_POSITION + 1 },
    { position: 1.5 },
    { position: "1" },
    { ago: -1 },
    { ago: 86_401 },
    { place: "mail" },
    { order: "'; drop table idea" },
    { order: "" },
    { order: "a".repeat(21) },
    { ideaId: "1" },
    { personId: IDEA },
  ];

  expect(wrong.filter(takesOne)).toEqual([]);
  expect(takes({ sightings: [] })).toBe(false);
  expect(takes({ sightings: Array(MOST_SIGHTINGS + 1).fill(sighting(IDEA)) })).toBe(false);
  fc.assert(fc.property(fc.anything(), (input) => !takes(input)));
});

it("every place has a band, and no band comes before a better one", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 1000].map(bandOf)).toEqual([0, 1, 2, 3, 4, 4, 5, 5, 6, 6, bands, bands]);
});

import { mint } from "@/lib/access/actor";
import { missingVoices, wilson } from "@/lib/insights/missing-voices";
import type { Named } from "@/lib/insights/named-groups";
import type { Activity } from "@/lib/insights/taking-part";

const reader = (locale: "en" | "es" | "pt") =>
  mint({ id: "", name: "", roles: ["executive"], departmentId: null, locale, timeZone: "UTC", via: "web" });

const group = (name: string, people: number, tookPart: number): Named<Activity> => ({
  ...{ key: name, name, within: null, unit: null, isRest: false, step: null, people, kept: new Set() },
  counts: { read: 0, voted: 0, commented: 0, proposed: 0, tookPart },
});

it("an interval is the one that is printed in textbooks", () => {
  const { low, high } = wilson(10, 20);

  expect([low, high].map((share) => share.toFixed(4))).toEqual(["0.2993", "0.7007"]);
});

it("only a group that surely takes part less than everybody is said to be missing, the farthest first", () => {
  const everybody = group("Everybody", 1000, 500);
  const groups = [group("Few", 6, 1), group("Night shift", 100, 20), group("Port", 100, 10), group("Sales", 100, 48)];

  expect(missingVoices(reader("en"), [{ whole: everybody, groups }], []).rows.map(({ cells }) => cells.group)).toEqual([
    "Port",
    "Night shift",
  ]);
});

it("nobody is missing where everybody takes part", () => {
  const groups = [5, 6, 7, 8, 13, 21].map((people) => group(`Team of ${people}`, people, people));

  expect(missingVoices(reader("en"), [{ whole: group("Everybody", 60, 60), groups }], []).rows).toEqual([]);
});

it("says that no voice is missing where none surely is", () => {
  const { says, rows } = missingVoices(
    reader("en"),
    [{ whole: group("Everybody", 40, 20), groups: [group("Port", 20, 9)] }],
    [],
  );

  expect(rows).toEqual([]);
  expect(says[0]?.key).toBe("participation.missingNone");
});

it.each([
  ["en", "50%"],
  ["es", "50\u00a0%"],
  ["pt", "50%"],
] as const)("says in %s which share takes part altogether as that language writes it", (locale, share) => {
  const { says } = missingVoices(
    reader(locale),
    [{ whole: group("Everybody", 1000, 500), groups: [group("Port", 100, 10)] }],
    [],
  );

  expect(says[0]?.values).toMatchObject({ share });
});

import type { Actor } from "../access/actor";
import type { Named } from "./named-groups";
import { saidShare } from "./said-share";
import type { Said, Section } from "./section";
import type { Activity } from "./taking-part";
import { type Group, shareOf } from "./told-groups";

/** How many standard errors a share of 95 in 100 samples lies from the true one. */
const Z = 1.96;

/**
 * Between which shares the true one of a group lies, in 95 of 100 cases: as if those who are in it stood for all who could
 * be (Wilson, 1927).
 */
export function wilson(doers: number, people: number): { low: number; high: number } {
  const share = doers / people;
  const middle = (share + Z ** 2 / (2 * people)) / (1 + Z ** 2 / people);
  const half = (Z / (1 + Z ** 2 / people)) * Math.sqrt((share * (1 - share)) / people + Z ** 2 / (4 * people ** 2));
  // At its ends an interval reaches them; computers make it fall short by a hair.
  return { low: doers === 0 ? 0 : middle - half, high: doers === people ? 1 : middle + half };
}

/** Groups, and everybody in the same months. */
export type Compared = { whole: Group<Activity> | undefined; groups: Named<Activity>[] };

/** Groups that surely take part less than everybody together: their whole interval lies below, the farthest first. */
export function missingVoices(actor: Actor, compared: Compared[], limits: Said[]): Section {
  const told = compared.flatMap(({ whole: everybody, groups }) => {
    const whole = shareOf(everybody, "tookPart");
    return groups.flatMap((group) => {
      const share = shareOf(group, "tookPart");
      if (typeof share !== "number" || typeof whole !== "number") return [];
      const { low, high } = wilson(group.counts.tookPart, group.people);
      return high < whole ? [{ name: group.name, people: group.people, share, low, high, whole }] : [];
    });
  });
  const rows = told.sort((a, b) => a.high - b.high);
  const share = rows[0] ? saidShare(actor, rows[0].whole) : "";
  return {
    key: "missingVoices",
    title: "participation.missing",
    says: [
      rows[0]
        ? { key: "participation.missingSays", values: { groups: rows.length, first: rows[0].name, share } }
        : { key: "participation.missingNone" },
      { key: "participation.missingLimit" },
      ...limits,
    ],
    chart: { kind: "intervals", label: "group", low: "low", middle: "share", high: "high" },
    columns: [
      { key: "group", label: "participation.columnGroup", kind: "text" },
      { key: "people", label: "participation.columnPeople", kind: "count" },
      { key: "low", label: "participation.columnLow", kind: "share" },
      { key: "share", label: "participation.columnTookPart", kind: "share" },
      { key: "high", label: "participation.columnHigh", kind: "share" },
    ],
    rows: rows.map(({ name, whole: _, ...cells }) => ({ cells: { group: name, ...cells } })),
    terms: ["equityOfVoice", "interval"],
  };
}

import type { Actor } from "../access/actor";
import type { MessageKey } from "../platform/i18n/messages";
import type { Term } from "./glossary";
import type { Named } from "./named-groups";
import { saidShare } from "./said-share";
import type { Column, Said, Section } from "./section";
import type { Outcome } from "./success";
import type { Activity } from "./taking-part";
import { shareOf } from "./told-groups";

/** A division of people: how its sections are called, and what explains it. */
export type Division = { name: "Department" | "Place" | "Site" | "Level" | "Tenure"; label: MessageKey; terms: Term[] };

const shares: Column[] = [
  { key: "tookPart", label: "participation.columnTookPart", kind: "share" },
  { key: "read", label: "participation.columnRead", kind: "share" },
  { key: "voted", label: "participation.columnVoted", kind: "share" },
  { key: "commented", label: "participation.columnCommented", kind: "share" },
  { key: "proposed", label: "participation.columnProposed", kind: "share" },
];

/** The first and the last of those of whom a share is told, by it. */
function ends<M extends string>(actor: Actor, groups: Named<M>[], share: (group: Named<M>) => unknown) {
  const told = groups.flatMap((group) => {
    const value = share(group);
    return typeof value === "number" ? [{ name: group.name, value }] : [];
  });
  const [first, last] = [told.toSorted((a, b) => b.value - a.value)[0], told.toSorted((a, b) => a.value - b.value)[0]];
  return first && last && first.value > last.value
    ? {
        most: first.name,
        mostShare: saidShare(actor, first.value),
        least: last.name,
        leastShare: saidShare(actor, last.value),
      }
    : null;
}

/** Who takes part, by a division of people. */
export function participationBy(
  actor: Actor,
  { name, label, terms }: Division,
  groups: Named<Activity>[],
  limits: Said[],
): Section {
  const values = ends(actor, groups, (group) => shareOf(group, "tookPart"));
  return {
    key: `participationBy${name}`,
    title: `participation.by${name}`,
    says: [values ? { key: "participation.bySays", values } : { key: "participation.byAlike" }, ...limits],
    chart: { kind: "bars", label: "group", value: "tookPart", beside: "proposed" },
    columns: [
      { key: "group", label, kind: "text" },
      { key: "people", label: "participation.columnPeople", kind: "count" },
      ...shares,
    ],
    rows: groups.map((group) => ({
      cells: {
        group: group.name,
        people: group.people,
        ...Object.fromEntries(shares.map(({ key }) => [key, shareOf(group, key as Activity)])),
      },
    })),
    terms: ["equityOfVoice", "fewPeople", ...terms],
  };
}

/** How often ideas of whom come through, by a division of people. */
export function successBy(
  actor: Actor,
  { name, label, terms }: Division,
  groups: Named<string>[],
  limits: Said[],
): Section {
  const few = { hidden: "few" } as const;
  const rate = (group: Named<string>, part: Outcome, whole: Outcome) => {
    if (group.kept.size > 0) return few;
    const all = group.counts[whole] ?? 0;
    return all > 0 ? (group.counts[part] ?? 0) / all : null;
  };
  const values = ends(actor, groups, (group) => rate(group, "accepted", "ideas"));
  return {
    key: `successBy${name}`,
    title: `participation.success${name}`,
    says: [values ? { key: "participation.successSays", values } : { key: "participation.successAlike" }, ...limits],
    chart: { kind: "bars", label: "group", value: "accepted", beside: "implemented" },
    columns: [
      { key: "group", label, kind: "text" },
      { key: "ideas", label: "participation.columnIdeas", kind: "count" },
      { key: "accepted", label: "participation.columnAccepted", kind: "share" },
      { key: "implemented", label: "participation.columnImplemented", kind: "share" },
      { key: "heard", label: "participation.columnHeard", kind: "share" },
    ],
    rows: groups.map((group) => ({
      cells: {
        group: group.name,
        ideas: group.kept.size > 0 ? few : (group.counts.ideas ?? 0),
        accepted: rate(group, "accepted", "ideas"),
        implemented: rate(group, "implemented", "ideas"),
        heard: rate(group, "heard", "proposers"),
      },
    })),
    terms: ["successRate", "fewPeople", ...terms],
  };
}

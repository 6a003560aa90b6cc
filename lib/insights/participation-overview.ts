import type { Actor } from "../access/actor";
import type { MessageKey } from "../platform/i18n/messages";
import { lastHalfYear } from "./closed-months";
import type { Participation } from "./participation-of";
import { sayClosed, sayPeriod } from "./said-months";
import { saidShare } from "./said-share";
import type { Scope } from "./scope";
import type { Column, Said, Section } from "./section";
import type { Activity } from "./taking-part";

const names: Record<Activity, MessageKey> = {
  tookPart: "participation.columnTookPart",
  read: "participation.columnRead",
  voted: "participation.columnVoted",
  commented: "participation.columnCommented",
  proposed: "participation.columnProposed",
};

const inOrder = Object.keys(names) as Activity[];

function firstSentence(actor: Actor, scope: Scope, { people, shares }: Participation): Said {
  const { tookPart, proposed } = shares;
  if (typeof people !== "number" || typeof tookPart !== "number" || typeof proposed !== "number") {
    const isBoth = scope.department !== null && scope.place !== null;
    return { key: isBoth ? "participation.saysOneAtATime" : "participation.saysTooFew" };
  }
  const values = {
    people,
    share: saidShare(actor, tookPart),
    proposed: saidShare(actor, proposed),
    ...sayPeriod(actor, scope),
  };
  return { key: "participation.says", values };
}

const shareColumns = inOrder.map((activity): Column => ({ key: activity, label: names[activity], kind: "share" }));

/** Who takes part: in all the months beside as many before, and month by month. */
export function overview(actor: Actor, scope: Scope, told: Participation): Section[] {
  const isWhole = scope.department === null && scope.place === null;
  const limits: Said[] = [
    ...(!isWhole ? [{ key: "participation.limitUnit" as const }] : []),
    ...(scope.categoryId !== null ? [{ key: "participation.limitCategory" as const }] : []),
    sayClosed(actor, scope),
    ...(isWhole && lastHalfYear(scope.months).length === 0 ? [{ key: "participation.noHalfYear" as const }] : []),
    { key: "participation.limitFew" },
  ];
  return [
    {
      key: "takingPart",
      title: "participation.takingPart",
      says: [firstSentence(actor, scope, told), ...limits],
      chart: { kind: "bars", label: "what", value: "share", beside: "before" },
      columns: [
        { key: "what", label: "participation.columnWhat", kind: "word" },
        { key: "share", label: "participation.columnShare", kind: "share" },
        { key: "before", label: "participation.columnBefore", kind: "share" },
      ],
      rows: inOrder.map((activity) => ({
        cells: { what: names[activity], share: told.shares[activity], before: told.before[activity] },
      })),
      terms: ["participation", "reading", "voting", "commenting", "proposing", "fewPeople"],
    },
    {
      key: "participationMonths",
      title: "participation.months",
      says: [{ key: "participation.monthsSays" }],
      chart: { kind: "lines", x: "month", y: ["tookPart", "read", "proposed"] },
      columns: [{ key: "month", label: "participation.columnMonth", kind: "month" }, ...shareColumns],
      rows: told.months.map(({ month, ...shares }) => ({ cells: { month, ...shares } })),
      terms: ["participation", "fewPeople"],
    },
  ];
}

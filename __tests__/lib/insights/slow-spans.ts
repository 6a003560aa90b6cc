import { db } from "@/lib/platform/db/client";

const day = (at: Date) => at.toISOString().slice(0, 10);
const monthOf = (at: Date) => `${day(at).slice(0, 7)}-01`;

/** What is counted as somebody's in a month. */
type Deeds = { reads: number; votes: number; comments: number; ideas: number };

const kinds = ["reads", "votes", "comments", "ideas"] as const;

const NO_UNIT = "00000000-0000-0000-0000-000000000000";

/** What is counted as whose in which month, from rows of people and months, in the plainest way. */
async function slowDeeds() {
  const [voices, months, readings] = [
    await db.voice.findMany(),
    await db.personMonth.findMany(),
    await db.reading.findMany(),
  ];
  return voices.map(({ personId, countedAs, inDepartment, inPlace, inLevel, inBand }) => {
    const did = new Map<string, Deeds>();
    const at = (month: Date) => {
      const one = did.get(day(month)) ?? { reads: 0, votes: 0, comments: 0, ideas: 0 };
      did.set(day(month), one);
      return one;
    };
    for (const one of readings) if (one.personId === countedAs) at(one.month).reads++;
    for (const one of months) {
      if (one.personId === countedAs && one.votes > 0) at(one.month).votes += one.votes;
      if (one.personId === personId && one.comments + one.ideas > 0) {
        at(one.month).comments += one.comments;
        at(one.month).ideas += one.ideas;
      }
    }
    return {
      personId,
      units: { department: inDepartment, place: inPlace },
      steps: { level: inLevel, band: inBand },
      did,
    };
  });
}

/** When somebody proposed something first, last, and for the first time after a no. */
async function slowProposing(personId: string) {
  const facts = await db.ideaFact.findMany({ where: { authorId: personId } });
  const posted = facts.map(({ postedOn }) => day(postedOn)).sort();
  const [no] = facts.flatMap(({ declinedOn }) => (declinedOn ? [day(declinedOn)] : [])).sort();
  const back = no === undefined ? undefined : posted.find((on) => on > no);
  return { firstOn: posted[0] ?? null, lastOn: posted.at(-1) ?? null, backOn: back ?? null };
}

/** What everybody who counts had done by the end of which month. */
export async function slowSpans() {
  const spans: Record<string, object> = {};
  for (const { personId, did } of await slowDeeds()) {
    const months = [...did.keys()].sort();
    const upTo = (kind: (typeof kinds)[number]) => {
      let sum = 0;
      const sums = months.map((month) => (sum += did.get(month)?.[kind] ?? 0));
      return sum > 0 ? sums : [];
    };
    const counts = Object.fromEntries(kinds.map((kind) => [kind, upTo(kind)]));
    spans[personId] = { ...(await slowProposing(personId)), months, ...counts };
  }
  return spans;
}

/** How many of those who count in a unit did what in a month. */
export async function slowMonths() {
  const sums: Record<string, Record<string, number>> = {};
  for (const { personId, units, did } of await slowDeeds()) {
    const { firstOn, backOn } = await slowProposing(personId);
    for (const [dimension, unit] of Object.entries(units))
      for (const [month, { reads, votes, comments, ideas }] of did) {
        const key = `${dimension} ${unit ?? NO_UNIT} ${month}`;
        const is = {
          read: reads > 0,
          voted: votes > 0,
          commented: comments > 0,
          proposed: ideas > 0,
          tookPart: votes + comments + ideas > 0,
          firstTime: firstOn !== null && monthOf(new Date(firstOn)) === month,
          cameBack: backOn !== null && monthOf(new Date(backOn)) === month,
        };
        sums[key] ??= {};
        const sum = sums[key];
        for (const [what, isSo] of Object.entries(is)) sum[what] = (sum[what] ?? 0) + Number(isSo);
      }
  }
  return sums;
}

const hasDone = {
  read: ({ reads }: Deeds) => reads > 0,
  voted: ({ votes }: Deeds) => votes > 0,
  commented: ({ comments }: Deeds) => comments > 0,
  proposed: ({ ideas }: Deeds) => ideas > 0,
  tookPart: ({ votes, comments, ideas }: Deeds) => votes + comments + ideas > 0,
};

/** How many of each group did what at least once in these months, by looking at everybody. */
export async function slowPartakers(months: string[]) {
  const groups: Record<string, Record<string, number>> = {};
  for (const { units, steps, did } of await slowDeeds()) {
    const keys = [
      ...Object.entries(units).map(([dimension, unit]) => `${dimension} ${unit} null`),
      ...Object.entries(steps).map(([dimension, step]) => `${dimension} null ${step}`),
    ];
    for (const key of keys) {
      groups[key] ??= { people: 0, read: 0, voted: 0, commented: 0, proposed: 0, tookPart: 0 };
      const group = groups[key];
      group.people = (group.people ?? 0) + 1;
      for (const [what, has] of Object.entries(hasDone))
        if (months.some((month) => has(did.get(`${month}-01`) ?? { reads: 0, votes: 0, comments: 0, ideas: 0 })))
          group[what] = (group[what] ?? 0) + 1;
    }
  }
  return groups;
}

/** The same as it is kept. */
export async function keptSpans() {
  const text = (at: Date | null) => at && day(at);
  return Object.fromEntries(
    (await db.voiceSpan.findMany()).map(
      ({ personId, firstOn, lastOn, backOn, months, reads, votes, comments, ideas }) => [
        personId,
        {
          ...{ firstOn: text(firstOn), lastOn: text(lastOn), backOn: text(backOn) },
          ...{ months: months.map(day), reads, votes, comments, ideas },
        },
      ],
    ),
  );
}

/** The same as it is kept. */
export const keptMonths = async () =>
  Object.fromEntries(
    (await db.voiceMonth.findMany()).map(({ dimension, unitId, month, ...sums }) => [
      `${dimension} ${unitId} ${day(month)}`,
      sums,
    ]),
  );

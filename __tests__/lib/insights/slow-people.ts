import { db } from "@/lib/platform/db/client";
import { type SlowIdea, slowIdeas } from "./slow-ideas";

/** What people can do; taking part is doing any of the last three. */
export const doings = ["tookPart", "read", "voted", "commented", "proposed"] as const;

/** What people can do. */
export type Doing = (typeof doings)[number];

/** Somebody who counts, with whom they count, and every single thing they did, as the month in which it was. */
export type SlowPerson = {
  id: string;
  departments: string[];
  places: string[];
  department: string | null;
  place: string | null;
  level: number;
  band: number;
  ideas: SlowIdea[];
  read: string[];
  voted: string[];
  commented: string[];
  proposed: string[];
};

function above(units: { id: string; parentId: string | null }[], id: string | null): string[] {
  const unit = units.find((one) => one.id === id);
  return unit ? [unit.id, ...above(units, unit.parentId)] : [];
}

/**
 * Everybody who counts, with plain rows of what they did in months that are over. What nobody else can see is that of whom
 * they are counted as; with whom they count is as it was settled, which other tests look at.
 */
export async function slowPeople(): Promise<SlowPerson[]> {
  const { timeZone } = await db.organisation.findFirstOrThrow();
  const { peopleUntil } = await db.insightMark.findFirstOrThrow();
  const [voices, votes, comments, readings] = await Promise.all([
    db.voice.findMany(),
    db.vote.findMany(),
    db.comment.findMany({ where: { deletedAt: null } }),
    db.reading.findMany(),
  ]);
  const [ideas, departments, places] = [await slowIdeas(), await db.department.findMany(), await db.place.findMany()];
  const dayIn = new Intl.DateTimeFormat("sv-SE", { timeZone });
  const until = peopleUntil?.toISOString().slice(0, 7) ?? "";
  const isOver = (month: string) => month < until;
  const monthsOf = <T>(rows: T[] = [], at: (row: T) => Date) =>
    rows.map((row) => dayIn.format(at(row)).slice(0, 7)).filter(isOver);
  const votesOf = Map.groupBy(votes, ({ voterId }) => voterId);
  const commentsOf = Map.groupBy(comments, ({ authorId }) => authorId);
  const readingsOf = Map.groupBy(readings, ({ personId }) => personId);
  const ideasOf = Map.groupBy(ideas, ({ authorId }) => authorId);
  return voices.map(({ personId: id, countedAs, inDepartment, inPlace, inLevel, inBand }) => {
    const own = ideasOf.get(id) ?? [];
    return {
      ...{ id, department: inDepartment, place: inPlace, level: inLevel, band: inBand, ideas: own },
      departments: above(departments, inDepartment),
      places: above(places, inPlace),
      read: (readingsOf.get(countedAs) ?? []).map(({ month }) => month.toISOString().slice(0, 7)).filter(isOver),
      voted: monthsOf(votesOf.get(countedAs), ({ createdAt }) => createdAt),
      commented: monthsOf(commentsOf.get(id), ({ createdAt }) => createdAt),
      proposed: own.map(({ postedOn }) => postedOn.slice(0, 7)).filter(isOver),
    };
  });
}

/** How often somebody did something in these months. */
export const timesOf = (person: SlowPerson, doing: Exclude<Doing, "tookPart">, months: string[]): number =>
  person[doing].filter((month) => months.includes(month)).length;

/** Whether somebody did something in these months. */
export const did = (person: SlowPerson, doing: Doing, months: string[]): boolean =>
  doing === "tookPart"
    ? (["voted", "commented", "proposed"] as const).some((one) => did(person, one, months))
    : timesOf(person, doing, months) > 0;

/** Which share of some people did something in these months. */
export const shareOf = (people: SlowPerson[], doing: Doing, months: string[]): number =>
  people.filter((person) => did(person, doing, months)).length / people.length;

const isIn = (day: string | null, months: string[]): day is string => day !== null && months.includes(day.slice(0, 7));

/** What became of the ideas that some people posted in these months, duplicates and those taken back aside. */
export function slowSuccess(people: SlowPerson[], months: string[]) {
  const standing = ({ ideas }: SlowPerson) =>
    ideas.filter(({ status, postedOn }) => !["merged", "withdrawn"].includes(status) && isIn(postedOn, months));
  const ideas = people.flatMap(standing);
  const proposers = people.filter((person) => standing(person).length > 0);
  const heard = proposers.filter((person) => standing(person).some(({ isAccepted }) => isAccepted));
  const shareOf = (some: number, all: number) => (all > 0 ? some / all : null);
  return {
    proposers: proposers.length,
    others: people.length - proposers.length,
    ideas: ideas.length,
    accepted: shareOf(ideas.filter(({ isAccepted }) => isAccepted).length, ideas.length),
    implemented: shareOf(ideas.filter(({ status }) => status === "implemented").length, ideas.length),
    heard: shareOf(heard.length, proposers.length),
  };
}

/** The ideas of some people that were posted in these months, whether these are over or not, but for what was taken back. */
export const ideasIn = (people: SlowPerson[], months: string[]): SlowIdea[] =>
  people.flatMap(({ ideas }) =>
    ideas.filter(({ status, postedOn }) => status !== "withdrawn" && isIn(postedOn, months)),
  );

const over = ({ ideas }: SlowPerson, until: string) => {
  const own = ideas.filter(({ postedOn }) => postedOn.slice(0, 7) < until);
  const noes = own.flatMap(({ declinedOn }) => (declinedOn && declinedOn.slice(0, 7) < until ? [declinedOn] : []));
  return { posted: own.map(({ postedOn }) => postedOn).sort(), noes: noes.sort() };
};

/** Who of some people proposed something in these months, for the first time at all, and for the first time after a no. */
export function slowNewcomers(people: SlowPerson[], months: string[], until: string) {
  const authors = people.filter((person) => did(person, "proposed", months));
  const first = people.filter((person) => isIn(over(person, until).posted[0] ?? null, months));
  const back = people.filter((person) => {
    const { posted, noes } = over(person, until);
    return isIn(posted.find((on) => noes[0] !== undefined && on > noes[0]) ?? null, months);
  });
  return { authors: authors.length, first: first.length, back: back.length };
}

/** How many of some people heard a no in these months, and how many of them proposed something after the first of these. */
export function slowReturning(people: SlowPerson[], months: string[], until: string) {
  const refused = people.flatMap((person) => {
    const { posted, noes } = over(person, until);
    const no = noes.find((on) => isIn(on, months));
    return no === undefined ? [] : [posted.some((on) => on > no)];
  });
  return { refused: refused.length, back: refused.filter(Boolean).length };
}

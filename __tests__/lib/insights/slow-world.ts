import type { Cell, Figure } from "@/lib/insights/section";
import { db } from "@/lib/platform/db/client";
import { type SlowIdea, slowIdeas } from "./slow-ideas";
import { slowScores } from "./slow-scores";
import { slowStaysWithUnits } from "./slow-stays";

/** What narrows figures. */
export type Asked = { from?: string; to?: string; department?: string; place?: string; category?: string };

/** A sentence: the name of its message, and what fills it. */
type Claim = { key: string; values?: Record<string, string | number | undefined> | undefined };

/** What a section has to say: every cell of every row, every sentence, and the figure on its card. */
export type Answer = {
  rows: Record<string, Cell>[];
  says: Claim[];
  figure?: Pick<Figure, "value" | "before" | "target">;
};

/** A slow answer to the question of a section, counted from plain rows at a moment. */
export type SlowSection = (world: World, asked: Asked, at: Date) => Answer;

/**
 * The votes of every idea: of all who voted for it or for a duplicate of it, each once and not its own author for a duplicate,
 * and those that it had where it was imported from.
 */
async function slowVotes(): Promise<Map<string, number>> {
  const survivors = new Map((await db.merge.findMany()).map((one) => [one.duplicateId, one.survivorId]));
  const authors = new Map((await db.idea.findMany()).map(({ id, authorId }) => [id, authorId]));
  const voters = new Map<string, Set<string>>();
  const count = (ideaId: string, voterId: string) => voters.set(ideaId, (voters.get(ideaId) ?? new Set()).add(voterId));
  for (const { ideaId, voterId } of await db.vote.findMany()) {
    count(ideaId, voterId);
    for (let id = survivors.get(ideaId); id; id = survivors.get(id))
      if (authors.get(id) !== voterId) count(id, voterId);
  }
  const elsewhere = new Map((await db.externalSupport.findMany()).map((one) => [one.ideaId, one.supporters]));
  return new Map([...authors.keys()].map((id) => [id, (voters.get(id)?.size ?? 0) + (elsewhere.get(id) ?? 0)]));
}

/** Every row that figures are counted from, as it stands in the tables that people and imports write. */
export async function slowWorld() {
  const votes = await slowVotes();
  const [organisation, posts, people, departments, categories, targets] = await Promise.all([
    db.organisation.findFirstOrThrow(),
    db.idea.findMany({ select: { id: true, title: true, submittedAt: true, departmentId: true } }),
    db.person.findMany({ select: { id: true, name: true } }),
    db.department.findMany(),
    db.category.findMany(),
    db.figureTarget.findMany(),
  ]);
  return {
    votes,
    organisation,
    posts: new Map(posts.map((post) => [post.id, post])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    departments,
    categories,
    targets: new Map(targets.map(({ figure, value }) => [figure, value])),
    ideas: await slowIdeas(),
    stays: await slowStaysWithUnits(),
    reviews: await db.review.findMany(),
    decisions: await db.decision.findMany(),
    scores: await slowScores(),
    ranks: await db.ideaRank.findMany(),
    ...(await deliveredRows()),
    ...(await alignedRows()),
  };
}

/** Every row that figures are counted from. */
export type World = Awaited<ReturnType<typeof slowWorld>>;

const deliveredRows = async () => ({
  deliveries: await db.delivery.findMany(),
  members: await db.deliveryIdea.findMany(),
  forecasts: await db.forecast.findMany(),
  outcomes: await db.outcome.findMany(),
  rates: await db.exchangeRate.findMany(),
});

const alignedRows = async () => ({
  goals: await db.goal.findMany({ include: { wordings: true } }),
  serving: await db.ideaGoal.findMany(),
  ambitions: await db.ideaAmbition.findMany(),
  wish: await db.balanceWish.findFirst(),
});

/** The day that it is somewhere at a moment. */
export const dayAt = (at: Date, timeZone: string): string => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(at);

/** The month so many months after another one; before it where there are less than none. */
export function monthAfter(month: string, by: number): string {
  const day = new Date(`${month}-15T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + by);
  return day.toISOString().slice(0, 7);
}

/** The months that are asked for one after the other, by going on from the first until the last. */
export function monthsAsked({ from, to }: Asked, { organisation }: World, at: Date): string[] {
  const last = to ?? dayAt(at, organisation.timeZone).slice(0, 7);
  const months = [from ?? monthAfter(last, -11)];
  while ((months.at(-1) as string) < last) months.push(monthAfter(months.at(-1) as string, 1));
  return months;
}

/** As many months before those that are asked for. */
export const monthsBefore = (months: string[]): string[] => months.map((month) => monthAfter(month, -months.length));

/** Whether an idea belongs to the units that are asked for. */
export const isAsked = (idea: SlowIdea, { department, place, category }: Asked): boolean =>
  (!department || idea.departments.includes(department)) &&
  (!place || idea.places.includes(place)) &&
  (!category || idea.category === category);

/** The ideas of the units that are asked for, without duplicates and what was taken back. */
export const standing = (world: World, asked: Asked): SlowIdea[] =>
  world.ideas.filter((idea) => isAsked(idea, asked) && idea.status !== "merged" && idea.status !== "withdrawn");

/** Whether a day lies in one of these months. */
export const isIn = (day: string | null, months: string[]): boolean => day !== null && months.includes(day.slice(0, 7));

/** The number in the middle, or at another part of the way, as one finds it by laying them out one by one. */
export const within = (part: number, days: number[]): number | null =>
  days.toSorted((a, b) => a - b)[Math.ceil(days.length * part) - 1] ?? null;

/** The months of figures as sentences say them. */
export function period(months: string[]): { from: string; to: string } {
  const said = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
  const [from, to] = [months[0], months.at(-1)].map((month) => said.format(new Date(`${month}-15T00:00:00Z`)));
  return { from: from ?? "", to: to ?? "" };
}

/** What a state is called, by the name of its message. */
export const stateName = (status: string): string =>
  `ideas.status${status
    .split("_")
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("")}`;

/** A share as sentences say it. */
export const percent = (share: number): string =>
  new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 }).format(share);

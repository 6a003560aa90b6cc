import type { Cell } from "@/lib/insights/section";
import { daysBetween, type SlowIdea } from "./slow-ideas";
import {
  type Answer,
  type Asked,
  dayAt,
  isAsked,
  isIn,
  monthsAsked,
  type SlowSection,
  standing,
  stateName,
  type World,
} from "./slow-world";

/** What every list tells of an idea. */
export const listed = ({ posts }: World, { id, status, postedOn }: SlowIdea): Record<string, Cell> => ({
  title: posts.get(id)?.title ?? "",
  state: stateName(status),
  postedOn,
});

const promises: SlowSection = (world, asked, at) => {
  const own = standing(world, asked);
  const due = monthsAsked(asked, world, at).map((month) => ({
    month,
    ideas: own.filter(({ dueOn }) => isIn(dueOn, [month])),
  }));
  const rows = due.flatMap(({ month, ideas }) => {
    const of = (isKept: boolean | null) => ideas.filter((idea) => idea.isKept === isKept).length;
    return ideas.length > 0 ? [{ month, kept: of(true), late: of(false), open: of(null) }] : [];
  });
  const sum = (key: "kept" | "late" | "open") => rows.reduce((all, row) => all + row[key], 0);
  const [kept, late, open] = [sum("kept"), sum("late"), sum("open")];
  const count = kept + late + open;
  return {
    rows,
    says: [
      count > 0
        ? { key: "insights.saysPromises", values: { count, kept, late, open } }
        : { key: "insights.saysNoPromises" },
    ],
  };
};

/** The moment until which an answer or a decision was promised, of ideas that neither was given for and that nobody waits for. */
function overdueIn({ reviews, ideas }: World, asked: Asked, at: Date) {
  return reviews.flatMap((review) => {
    const { ideaId, ownerId, answeredAt, answerDueAt, decidedAt, decisionDueAt, waitingSince } = review;
    const idea = ideas.find(({ id }) => id === ideaId);
    const dueAt = answeredAt ? decisionDueAt : answerDueAt;
    if (!idea || !isAsked(idea, asked) || !["submitted", "in_review"].includes(idea.status)) return [];
    if (decidedAt || waitingSince || !dueAt || dueAt >= at) return [];
    return [{ ideaId, ownerId, days: Math.floor((at.getTime() - dueAt.getTime()) / 86_400_000) }];
  });
}

type Overdue = ReturnType<typeof overdueIn>[number];

function overdueBy(all: Overdue[], name: string, nameOf: (one: Overdue) => string | null): Answer {
  const groups = [...Map.groupBy(all, nameOf)].map(([who, of]) => ({
    ...{ [name]: who, overdue: of.length, oldest: Math.max(...of.map(({ days }) => days)) },
  }));
  const values = { count: all.length, days: Math.max(...all.map(({ days }) => days)) };
  return {
    rows: groups.sort(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        Number(b.oldest) - Number(a.oldest) ||
        Number(a[name] === null) - Number(b[name] === null) ||
        String(a[name]).localeCompare(String(b[name]), "en"),
    ),
    says: [all.length > 0 ? { key: "insights.saysOverdue", values } : { key: "insights.saysNoOverdue" }],
  };
}

const overdueByOwner: SlowSection = (world, asked, at) =>
  overdueBy(overdueIn(world, asked, at), "who", ({ ownerId }) => (ownerId && world.people.get(ownerId)) ?? null);

const overdueByUnit: SlowSection = (world, asked, at) =>
  overdueBy(overdueIn(world, asked, at), "unit", ({ ideaId }) => {
    const id = world.posts.get(ideaId)?.departmentId;
    return world.departments.find((one) => one.id === id)?.name ?? null;
  });

const oldestWaiting: SlowSection = (world, asked, at) => {
  const { timeZone } = world.organisation;
  const oldest = world.ideas
    .filter((idea) => isAsked(idea, asked) && ["submitted", "in_review"].includes(idea.status))
    .sort((a, b) => (a.postedOn + a.id < b.postedOn + b.id ? -1 : 1))
    .slice(0, 10);
  const rows = oldest.map((idea) => {
    const review = world.reviews.find(({ ideaId }) => ideaId === idea.id);
    const due = review?.answeredAt ? review.decisionDueAt : review?.answerDueAt;
    const isDue = due && !review?.decidedAt && !review?.waitingSince;
    return {
      ...listed(world, idea),
      waiting: daysBetween(idea.postedOn, dayAt(at, timeZone)),
      dueOn: isDue ? dayAt(due, timeZone) : null,
      owner: (review?.ownerId && world.people.get(review.ownerId)) ?? null,
    };
  });
  const [first] = rows;
  return {
    rows,
    says: [
      first
        ? {
            key: "insights.saysOldest",
            values: { title: world.posts.get(oldest[0]?.id ?? "")?.title, days: first.waiting },
          }
        : { key: "insights.saysNoneWaiting" },
    ],
  };
};

/** What the leader's page has to say of promises. */
export const slowPromises: Record<string, SlowSection> = { promises, overdueByOwner, overdueByUnit, oldestWaiting };

import {
  type Asked,
  isIn,
  monthsAsked,
  percent,
  type SlowSection,
  standing,
  stateName,
  type World,
} from "./slow-world";

const postedIn = (world: World, asked: Asked, at: Date) => {
  const months = monthsAsked(asked, world, at);
  return standing(world, asked).filter(({ postedOn }) => isIn(postedOn, months));
};

const goals: SlowSection = (world, asked, at) => {
  const ideas = postedIn(world, asked, at);
  const lines = world.goals.map((goal) => {
    const own = ideas.filter(({ id }) => world.serving.some((one) => one.goalId === goal.id && one.ideaId === id));
    const of = (...states: string[]) => own.filter(({ status }) => states.includes(status)).length;
    return {
      goal,
      cells: {
        goal: goal.wordings.find(({ locale }) => locale === "en")?.name ?? "",
        waiting: of("submitted", "in_review"),
        backed: of("accepted", "in_progress"),
        implemented: of("implemented"),
        declined: of("declined", "archived"),
        ideas: own.length,
        support: own.reduce((sum, { id }) => sum + (world.votes.get(id) ?? 0), 0),
      },
    };
  });
  const inUse = lines.filter(({ goal }) => goal.retiredAt === null).sort((a, b) => a.goal.position - b.goal.position);
  const retired = lines.filter(({ goal, cells }) => goal.retiredAt !== null && cells.ideas > 0);
  const without = inUse.filter(({ cells }) => cells.ideas === 0).map(({ cells }) => `“${cells.goal}”`);
  const serving = ideas.filter(({ id }) => world.serving.some(({ ideaId }) => ideaId === id)).length;
  const names =
    without.length > 1
      ? `${without.slice(0, -1).join(", ")}${without.length > 2 ? "," : ""} and ${without.at(-1)}`
      : without[0];
  return {
    rows: [...inUse, ...retired.sort((a, b) => a.goal.position - b.goal.position)].map(({ cells }) => cells),
    says: [
      { key: "goals.serving", values: { ideas: ideas.length, serving } },
      ...(names ? [{ key: "goals.goalsWithout" as const, values: { count: without.length, names } }] : []),
      { key: "goals.countedAtEach" },
    ],
  };
};

const balance: SlowSection = (world, asked, at) => {
  const ideas = postedIn(world, asked, at);
  const ambitionOf = new Map(world.ambitions.map(({ ideaId, ambition }) => [ideaId, ambition]));
  const isBacked = ({ status }: { status: string }) => ["accepted", "in_progress", "implemented"].includes(status);
  const backedOf = (ambition?: string) => ideas.filter((one) => isBacked(one) && ambitionOf.get(one.id) === ambition);
  const steps = ["usual", "moderate", "radical"] as const;
  const all = steps.reduce((sum, step) => sum + backedOf(step).length, 0);
  const rows = steps.map((step) => {
    const own = ideas.filter(({ id }) => ambitionOf.get(id) === step);
    const backed = backedOf(step).length;
    return {
      ...{ ambition: `goals.ambition_${step}`, share: all > 0 ? backed / all : null },
      ...{ wish: (world.wish?.[step] ?? 0) / 100, backed },
      ...{ implemented: own.filter(({ status }) => status === "implemented").length, ideas: own.length },
    };
  });
  const [usual, moderate, radical] = rows.map(({ share }) => percent(share ?? 0));
  const [usualWish, moderateWish, radicalWish] = rows.map(({ wish }) => percent(wish));
  const wishes = { usualWish, moderateWish, radicalWish } as Record<string, string>;
  const shares = { usual, moderate, radical } as Record<string, string>;
  const unsaid = backedOf().length;
  const says = [
    all > 0
      ? { key: "goals.balanceSaid", values: { backed: all, ...shares, ...wishes } }
      : { key: "goals.balanceNothing", values: wishes },
    ...(unsaid > 0 ? [{ key: "goals.balanceUnsaid" as const, values: { count: unsaid } }] : []),
  ];
  return { rows, says };
};

/** To four decimals, half of one upwards, as marks are kept; written apart from how PostgreSQL does it. */
const fourth = (mean: number) => Math.round(mean * 10_000 + 1e-7) / 10_000;
const tenth = (mark: number) => new Intl.NumberFormat("en", { maximumFractionDigits: 1 }).format(mark);

const valueAndEffort: SlowSection = (world, asked, at) => {
  const ideas = new Map(postedIn(world, asked, at).map((idea) => [idea.id, idea]));
  const lines = world.scores.flatMap(({ ideaId, value, cost, risk, reviewers }) => {
    const idea = ideas.get(ideaId);
    if (!idea || value === null || cost === null) return [];
    const [worth, effort] = [fourth(value), fourth(6 - fourth(cost))];
    const [isMuch, isHard] = [worth >= 3, effort >= 3];
    const quarter = isMuch ? (isHard ? "plan" : "begin") : isHard ? "leave" : "aside";
    return [
      {
        ideaId,
        cells: {
          ...{ idea: world.posts.get(ideaId)?.title ?? "", value: worth, effort, quarter: `goals.quarter_${quarter}` },
          ...{ risk: risk === null ? null : fourth(risk), reviewers, votes: world.votes.get(ideaId) ?? 0 },
          state: stateName(idea.status),
        },
      },
    ];
  });
  const first = (one: (typeof lines)[number]) => Math.round((one.cells.value - one.cells.effort) * 10_000);
  lines.sort((a, b) => first(b) - first(a) || b.cells.value - a.cells.value || (a.ideaId < b.ideaId ? -1 : 1));
  const [best] = lines;
  if (!best) return { rows: [], says: [{ key: "goals.valueNothing" }] };
  const quickWins = lines.filter(({ cells }) => cells.quarter === "goals.quarter_begin").length;
  const { idea, value, effort } = best.cells;
  return {
    rows: lines.slice(0, 60).map(({ cells }) => cells),
    says: [
      {
        key: "goals.valueSaid",
        values: { ideas: lines.length, quickWins, idea, value: tenth(value), effort: tenth(effort) },
      },
      ...(lines.length > 60 ? [{ key: "goals.valueShown" as const, values: { shown: 60, ideas: lines.length } }] : []),
      { key: "goals.valueLimits" },
    ],
  };
};

/** What the page about the portfolio has to say. */
export const slowPortfolio: Record<string, SlowSection> = { goals, balance, valueAndEffort };

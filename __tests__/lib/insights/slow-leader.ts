import type { Cell, Money } from "@/lib/insights/section";
import { daysBetween, type SlowIdea } from "./slow-ideas";
import { perIdeaIn } from "./slow-impact";
import { listed, slowPromises } from "./slow-promises";
import {
  type Answer,
  isAsked,
  isIn,
  monthsAsked,
  monthsBefore,
  percent,
  type SlowSection,
  standing,
  type World,
  within,
} from "./slow-world";

const hundredths = (value: number) => Math.round(value * 100) / 100;

const topIdeas: SlowSection = (world, asked, at) => {
  const months = monthsAsked(asked, world, at);
  const open = new Set(["submitted", "in_review", "accepted"]);
  const best = world.ranks
    .flatMap((rank) => {
      const idea = world.ideas.find(({ id }) => id === rank.ideaId);
      return idea && open.has(idea.status) && isIn(idea.postedOn, months) && isAsked(idea, asked)
        ? [{ idea, rank }]
        : [];
    })
    .sort(
      (a, b) => b.rank.merit - a.rank.merit || b.rank.trending - a.rank.trending || (a.idea.id < b.idea.id ? 1 : -1),
    )
    .slice(0, 10);
  const rows = best.map(({ idea, rank }) => {
    const isTold = rank.sightings >= 5;
    return {
      ...listed(world, idea),
      votes: world.votes.get(idea.id) ?? 0,
      low: isTold ? hundredths(rank.merit) : null,
      expected: isTold ? hundredths(rank.expected) : null,
      high: isTold ? hundredths(rank.hopeful) : null,
      seen: isTold ? 5 * Math.floor(rank.sightings / 5) : null,
    };
  });
  return {
    rows,
    says: saysTop(
      rows,
      best.map(({ rank }) => rank),
    ),
  };
};

function saysTop(rows: Record<string, Cell>[], ranks: World["ranks"]): Answer["says"] {
  const [row, rank] = [rows[0], ranks[0]];
  if (!row || !rank) return [{ key: "insights.topNone" }];
  const title = String(row.title);
  if (row.low === null) return [{ key: "insights.topUnseen", values: { title, votes: Number(row.votes) } }];
  const inHundred = (cell: Cell | undefined) => Math.round(100 * Number(cell));
  const values = { title, low: inHundred(row.low), expected: inHundred(row.expected), high: inHundred(row.high) };
  const alike = ranks.filter(({ hopeful }) => hopeful >= rank.merit).length;
  const certain = alike > 1 ? { key: "insights.topUnsure", values: { count: alike } } : { key: "insights.topSure" };
  return [{ key: "insights.topLeads", values }, ...(ranks.length > 1 ? [certain] : [])];
}

const implementedShare: SlowSection = (world, asked, at) => {
  const months = monthsAsked(asked, world, at);
  const own = standing(world, asked);
  const shareOf = (posted: SlowIdea[]) =>
    posted.length > 0 ? posted.filter(({ status }) => status === "implemented").length / posted.length : null;
  const postedIn = (those: string[]) => own.filter(({ postedOn }) => isIn(postedOn, those));
  const posted = postedIn(months);
  const [implemented, accepted] = [
    posted.filter(({ status }) => status === "implemented").length,
    posted.filter(({ isAccepted }) => isAccepted).length,
  ];
  return {
    rows: months.map((month) => {
      const cohort = postedIn([month]);
      const done = cohort.filter(({ status }) => status === "implemented").length;
      return { month, posted: cohort.length, implemented: done, share: shareOf(cohort) };
    }),
    says: [
      { key: "insights.saysImplementedShare", values: { posted: posted.length, implemented } },
      ...(accepted > 0
        ? [{ key: "insights.saysAccepted" as const, values: { share: percent(implemented / accepted) } }]
        : []),
    ],
    figure: {
      value: shareOf(posted),
      before: shareOf(postedIn(monthsBefore(months))),
      target: world.targets.get("implementedShare") ?? null,
    },
  };
};

const timeToAnswer: SlowSection = (world, asked, at) => {
  const months = monthsAsked(asked, world, at);
  const own = standing(world, asked);
  const daysIn = (those: string[]) =>
    own.flatMap(({ postedOn, answeredOn }) =>
      answeredOn && isIn(answeredOn, those) ? [daysBetween(postedOn, answeredOn)] : [],
    );
  const days = daysIn(months);
  const [count, median, p90] = [days.length, within(0.5, days), within(0.9, days)];
  return {
    rows: months.map((month) => {
      const those = daysIn([month]);
      return { month, answers: those.length, median: within(0.5, those), p90: within(0.9, those) };
    }),
    says: [
      median === null || p90 === null
        ? { key: "insights.saysNoAnswers" }
        : count === 1
          ? { key: "insights.saysOneAnswer", values: { median } }
          : { key: "insights.saysTimeToAnswer", values: { count, median, p90 } },
    ],
    figure: {
      value: median,
      before: within(0.5, daysIn(monthsBefore(months))),
      target: world.targets.get("timeToAnswer") ?? null,
    },
  };
};

const benefit: SlowSection = (world, asked, at) => {
  const year = Number(monthsAsked(asked, world, at).at(-1)?.slice(0, 4));
  const { currency } = world.organisation;
  const of = (one: number) => perIdeaIn(world, asked, one);
  const money = (amount: bigint | null): Money | null =>
    amount === null ? null : { amountMinor: `${amount}`, currency };
  const wanted = world.targets.get("benefit");
  return {
    rows: [year - 2, year - 1, year].flatMap((one) => {
      const { ideas, confirmed, perIdea } = of(one);
      return perIdea === null
        ? []
        : [{ year: String(one), ideas, confirmed: money(confirmed), perIdea: money(perIdea) }];
    }),
    says: [
      of(year).perIdea === null
        ? { key: "insights.saysNoBenefit", values: { year: String(year) } }
        : { key: "insights.saysBenefit", values: { count: of(year).ideas, year: String(year) } },
    ],
    figure: {
      value: money(of(year).perIdea),
      before: money(of(year - 1).perIdea),
      // Euros have two decimals.
      target: wanted === undefined ? null : money(BigInt(Math.round(wanted * 100))),
    },
  };
};

/** What the leader's page has to say, but for people: see demo-people.test.ts. */
export const slowLeader: Record<string, SlowSection> = {
  ...{ topIdeas, implementedShare, timeToAnswer, benefit },
  ...slowPromises,
};

import { hire } from "@/__tests__/support/database";
import { inNextMonth } from "@/__tests__/support/month-over";
import type { Actor } from "@/lib/access/actor";
import { ideasPerHead } from "@/lib/insights/ideas-per-head";
import { listedIdeas } from "@/lib/insights/listed-ideas";
import { participation } from "@/lib/insights/people-figures";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { listedInput } from "@/lib/insights/schema";
import type { Cell, Section } from "@/lib/insights/section";
import { db } from "@/lib/platform/db/client";
import { parse } from "@/lib/platform/parse";
import { loadDemo } from "@/lib/transfer/load-demo";
import { type Asked, askForAll, rowsOf } from "./asked-of-people";
import { groupFiguresAreSlowCounts } from "./compared-groups";
import { slowIdeas } from "./slow-ideas";
import {
  type Doing,
  doings,
  ideasIn,
  type SlowPerson,
  shareOf,
  slowNewcomers,
  slowReturning,
  timesOf,
} from "./slow-people";
import { fiveInHundred, slowGini, slowTopShare } from "./slow-spread";

let leader: Actor;
let { asked, until, groups } = {} as Awaited<ReturnType<typeof askForAll>>;

const few = { hidden: "few" } as const;
const FEWEST = 5;

/** A share of people, or that it is not told because they are fewer than five. */
const toldShare = (people: SlowPerson[], doing: Doing, months: string[]): Cell =>
  people.length < FEWEST ? few : shareOf(people, doing, months);

function figuresAreThoseOfSlowCounts(): void {
  groupFiguresAreSlowCounts(() => ({ asked, until, groups }));

  it("who took part is what one gets counting everybody one by one, in all months and in as many before", () => {
    for (const one of asked)
      expect(rowsOf(one, "takingPart").map(({ cells }) => [cells.share, cells.before])).toEqual(
        doings.map((doing) => [toldShare(one.people, doing, one.months), toldShare(one.people, doing, one.before)]),
      );
  });

  it("month by month it is what was done in each of them", () => {
    for (const one of asked.filter(({ people }) => people.length > 0))
      expect(rowsOf(one, "participationMonths").map(({ cells }) => cells)).toEqual(
        one.months.map((month) => ({
          month,
          ...Object.fromEntries(doings.map((doing) => [doing, shareOf(one.people, doing, [month])])),
        })),
      );
  });

  it("how evenly it is spread is the mean difference between any two, and what the first five in a hundred did", () => {
    for (const one of asked.filter(({ people }) => people.length > 0)) {
      const amounts = (["voted", "commented", "proposed"] as const).map((doing) =>
        one.people.map((person) => timesOf(person, doing, one.months)),
      );
      const spread = amounts.flatMap((own) => {
        const [gini, top] = [slowGini(own), slowTopShare(own)];
        const isTopTold = fiveInHundred(own.length) >= FEWEST;
        return gini === null || own.length < 20 ? [] : [{ own, gini, top: isTopTold ? top : few }];
      });
      const rows = rowsOf(one, "concentration").map(({ cells }) => cells);

      expect(rows.map(({ total }) => total)).toEqual(
        spread.map(({ own }) => own.reduce((all, times) => all + times, 0)),
      );
      for (const [at, { gini, top }] of rows.entries()) {
        expect(Math.abs(Number(gini) - (spread[at]?.gini ?? -1))).toBeLessThanOrEqual(0.005001);
        if (typeof top === "number") expect(Math.abs(top - Number(spread[at]?.top))).toBeLessThanOrEqual(0.005001);
        else expect(top).toEqual(spread[at]?.top);
      }
    }
  });

  it("newcomers, and those who came back after a no, are found by going through everybody's ideas", () => {
    for (const one of asked.filter(({ people }) => people.length > 0)) {
      const { says } = one.sections.find(({ key }) => key === "newcomers") as Section;
      const { authors, first } = slowNewcomers(one.people, one.months, until);

      expect(rowsOf(one, "newcomers").map(({ cells }) => cells)).toEqual(
        one.months.map((month) => ({ month, ...slowNewcomers(one.people, [month], until) })),
      );
      expect(says.map(({ values }) => values)).toEqual([
        { authors, first },
        slowReturning(one.people, one.months, until),
      ]);
    }
  });

  it("ideas per head are the ideas of these people, all that the list behind them holds; the others are of others", async () => {
    const everything = (await slowIdeas()).filter(({ status }) => status !== "withdrawn");
    for (const { input, people, all: months, allBefore } of asked.filter(({ input }) => !input.category)) {
      const perHead = (ideas: number, count: number): Cell =>
        people.length < FEWEST ? few : ((ideas / people.length) * 12) / count;
      const { figure, rows, says } = await ideasPerHead(leader, input);
      const own = ideasIn(people, months);
      const said = Object.fromEntries(new URL(figure?.href ?? "", "http://localhost").searchParams);
      const { section, count } = await listedIdeas(leader, parse(listedInput, said));
      const ids = new Set(own.map(({ id }) => `/ideas/${id}`));

      expect(figure?.value).toEqual(perHead(own.length, months.length));
      expect(figure?.before).toEqual(perHead(ideasIn(people, allBefore).length, months.length));
      expect(rows.map(({ cells }) => cells.perHead)).toEqual(
        months.map((month) => perHead(ideasIn(people, [month]).length, 1)),
      );
      expect(count).toBe(own.length);
      expect(section.rows.filter(({ href }) => !ids.has(href ?? ""))).toEqual([]);
      if (!input.department && !input.place) {
        const posted = everything.filter(({ postedOn }) => months.includes(postedOn.slice(0, 7)));
        expect(says[1]?.values?.ideas ?? 0).toBe(posted.length - own.length);
      }
      if (people.length >= FEWEST) expect(says[0]?.values).toEqual({ ideas: own.length, people: people.length });
    }
  });

  it("participation on the leader's page is that of everybody who counts, in all months and month by month", async () => {
    for (const { input, people, months, before } of asked) {
      const { figure, rows } = await participation(leader, input);

      expect([figure?.value, figure?.before]).toEqual([
        toldShare(people, "tookPart", months),
        toldShare(people, "tookPart", before),
      ]);
      if (people.length > 0)
        expect(rows.map(({ cells }) => cells.tookPart)).toEqual(
          months.map((month) => shareOf(people, "tookPart", [month])),
        );
    }
  });
}

describe("as the demo is", () => {
  beforeAll(async () => {
    await loadDemo(() => undefined);
    leader = { ...(await hire({ roles: ["executive"] })), timeZone: "Europe/Madrid" } as Actor;
    ({ asked, until, groups } = await askForAll(leader));
  }, 240_000);

  figuresAreThoseOfSlowCounts();
});

describe("when all authors of the imported ideas work there and the month is over", () => {
  beforeAll(async () => {
    await db.person.updateMany({ where: { status: "imported" }, data: { status: "active" } });
    await inNextMonth(() => rebuildInsights({ withPeople: true }));
    // Here years of service are told apart, which few of them have: of whom is told together, others look at.
    await db.$executeRaw`update voice set in_band = band`;
    await inNextMonth(() => rebuildInsights({ withPeople: true }));
    ({ asked, until, groups } = await askForAll(leader));
  }, 240_000);

  figuresAreThoseOfSlowCounts();

  it("enough is told to compare: success by department, the first five in a hundred, and years of service", () => {
    const [first] = asked as [Asked];
    const keys = first.sections.map(({ key }) => key);

    expect(keys).toEqual(
      expect.arrayContaining(["successByDepartment", "participationByTenure", "participationByLevel"]),
    );
    expect(typeof rowsOf(first, "concentration")[0]?.cells.top).toBe("number");
    expect(slowReturning(first.people, first.months, until).back).toBeGreaterThan(5);
  });
});

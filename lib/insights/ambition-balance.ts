import type { Actor } from "../access/actor";
import { findBalance } from "../goals/queries";
import { type Ambition, ambitions, type Balance } from "../goals/schema";
import { db } from "../platform/db/client";
import { formatter } from "../platform/i18n/translate";
import { factsInSql } from "./facts-in";
import { listPath } from "./list-path";
import type { InsightsInput } from "./schema";
import type { Scope } from "./scope";
import type { Section } from "./section";

type Counted = { ambition: Ambition | null; ideas: number; backed: number; implemented: number };

const countedIn = (scope: Scope): Promise<Counted[]> => db.$queryRaw<Counted[]>`
  select a.ambition,
         count(*)::int as ideas,
         count(*) filter (where f.status in ('accepted', 'in_progress', 'implemented'))::int as backed,
         count(*) filter (where f.status = 'implemented')::int as implemented
    from idea_fact f
    left join idea_ambition a on a.idea_id = f.idea_id
   where ${factsInSql(scope)}
   group by a.ambition`;

type Line = Omit<Counted, "ambition"> & { ambition: Ambition; share: number | null; wish: number };

function linesOf(counted: Counted[], balance: Balance): Line[] {
  const known = counted.filter(({ ambition }) => ambition !== null);
  const all = known.reduce((sum, { backed }) => sum + backed, 0);
  return ambitions.map((ambition) => {
    const found = known.find((one) => one.ambition === ambition);
    const { ideas = 0, backed = 0, implemented = 0 } = found ?? {};
    return {
      ambition,
      ideas,
      backed,
      implemented,
      share: all > 0 ? backed / all : null,
      wish: balance[ambition] / 100,
    };
  });
}

function saysOf({ locale, timeZone }: Actor, lines: Line[], unsaid: number): Section["says"] {
  const format = formatter(locale, timeZone);
  const percent = (share: number | null) => format.number(share ?? 0, { style: "percent", maximumFractionDigits: 0 });
  const backed = lines.reduce((sum, line) => sum + line.backed, 0);
  const shareOf = (name: "share" | "wish") =>
    Object.fromEntries(lines.map((line) => [line.ambition, percent(line[name])]));
  const wish = Object.fromEntries(Object.entries(shareOf("wish")).map(([name, share]) => [`${name}Wish`, share]));
  return [
    backed === 0
      ? { key: "goals.balanceNothing", values: wish }
      : { key: "goals.balanceSaid", values: { backed, ...shareOf("share"), ...wish } },
    ...(unsaid > 0 ? [{ key: "goals.balanceUnsaid" as const, values: { count: unsaid } }] : []),
  ];
}

/** How daring the ideas are that the organisation backs, beside the balance that leadership wants. */
export async function ambitionBalance(actor: Actor, input: InsightsInput, scope: Scope): Promise<Section> {
  const [counted, balance] = await Promise.all([countedIn(scope), findBalance()]);
  const lines = linesOf(counted, balance);
  const unsaid = counted.find(({ ambition }) => ambition === null)?.backed ?? 0;
  return {
    key: "balance",
    title: "goals.sectionBalance",
    says: saysOf(actor, lines, unsaid),
    chart: { kind: "bars", label: "ambition", value: "share", beside: "wish" },
    columns: [
      { key: "ambition", label: "goals.ambition", kind: "word" },
      { key: "share", label: "goals.columnShare", kind: "share" },
      { key: "wish", label: "goals.columnWish", kind: "share" },
      { key: "backed", label: "goals.columnAllBacked", kind: "count" },
      { key: "implemented", label: "goals.columnImplemented", kind: "count" },
      { key: "ideas", label: "goals.columnIdeas", kind: "count" },
    ],
    rows: lines.map(({ ambition, ...figures }) => ({
      cells: { ambition: `goals.ambition_${ambition}`, ...figures },
      href: listPath("posted", input, { ambition }),
    })),
    terms: ["balance", "ambition", "period"],
  };
}

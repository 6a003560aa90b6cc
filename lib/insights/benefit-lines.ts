import { type BenefitKind, benefitNames } from "../delivery/kinds";
import { db, Prisma } from "../platform/db/client";
import type { MessageKey } from "../platform/i18n/messages";
import { yearsOf } from "./benefit";
import { narrowedTo } from "./narrowed";
import type { Scope } from "./scope";
import type { Cell, Column, Section } from "./section";

/** As many lines as one reads of a list; the newest first. Chosen by us. */
const MOST_LINES = 100;

const ofScope = (scope: Scope) => Prisma.sql`
  exists (select
            from delivery_idea di
            join idea i on i.id = di.idea_id
           where di.delivery_id = d.id
             ${narrowedTo(scope, "i")})`;

const unit: Column = { key: "unit", label: "delivery.unit", kind: "text" };

/** A line of what deliveries bring; `all` is how many there are, whether read or not. */
type Line = { id: string; title: string; year: number; kind: BenefitKind; unit: string | null; all: number };

/** What is told of lines besides of which delivery, year and kind they are, and in which unit. */
type Told<L> = Pick<Section, "key" | "title" | "columns"> & {
  said: MessageKey;
  cells: (line: L) => Record<string, Cell>;
};

const linesSection = <L extends Line>(lines: L[], { key, title, said, columns, cells }: Told<L>): Section => ({
  key,
  title,
  says: [{ key: said, values: { count: lines[0]?.all ?? 0 } }],
  columns: [
    { key: "delivery", label: "delivery.delivery", kind: "idea" },
    { key: "year", label: "delivery.year", kind: "text" },
    { key: "kind", label: "delivery.kind", kind: "word" },
    ...columns,
  ],
  rows: lines.map((line) => ({
    cells: {
      ...{ delivery: line.title, year: String(line.year), kind: benefitNames[line.kind], unit: line.unit },
      ...cells(line),
    },
    href: `/deliveries/${line.id}#benefit`,
  })),
  terms: ["benefit"],
});

const hundredth = (amount: string | null) => (amount === null ? null : Number(amount) / 100);

/** What deliveries brought that is no money: never added up, because hours and accidents have no sum. */
export async function besidesMoney(scope: Scope): Promise<Section> {
  const { first, last } = yearsOf(scope);
  type Both = Line & { expected: string | null; came: string | null; isConfirmed: boolean | null };
  const lines = await db.$queryRaw<Both[]>`
    select d.id,
           d.title,
           l.year::int,
           l.kind,
           l.unit::text,
           l.expected::text,
           l.came::text,
           l.is_confirmed as "isConfirmed",
           (count(*) over ())::int as all
      from (select coalesce(f.delivery_id, o.delivery_id) as delivery_id,
                   coalesce(f.year, o.year) as year,
                   coalesce(f.kind, o.kind) as kind,
                   coalesce(f.unit, o.unit) as unit,
                   f.amount as expected,
                   o.amount as came,
                   o.confirmed_at is not null as is_confirmed
              from (select * from forecast where unit is not null and year between ${first}::int and ${last}::int) f
              full join (select * from outcome where unit is not null and year between ${first}::int and ${last}::int) o
                on (o.delivery_id, o.year, o.kind, o.unit) = (f.delivery_id, f.year, f.kind, f.unit)) l
      join delivery d on d.id = l.delivery_id
     where ${ofScope(scope)}
     order by l.year desc, l.came is null, d.title, l.kind, l.unit
     limit ${MOST_LINES}`;
  const word = ({ came, isConfirmed }: Both) =>
    came === null ? null : isConfirmed ? "delivery.confirmedYes" : "delivery.confirmedNo";
  return linesSection(lines, {
    key: "benefitBesidesMoney",
    title: "delivery.besidesMoney",
    said: "delivery.saidBesides",
    columns: [
      { key: "expected", label: "delivery.expected", kind: "number" },
      { key: "came", label: "delivery.came", kind: "number" },
      unit,
      { key: "confirmed", label: "delivery.confirmed", kind: "word" },
    ],
    cells: (line) => ({
      expected: hundredth(line.expected),
      came: hundredth(line.came),
      confirmed: word(line),
    }),
  });
}

/** What was stated and waits for somebody else to confirm it, longest first. */
export async function notConfirmed(scope: Scope): Promise<Section> {
  const { first, last } = yearsOf(scope);
  type Open = Line & { amount: string; currency: string | null; statedOn: string; statedBy: string };
  const lines = await db.$queryRaw<Open[]>`
    select d.id,
           d.title,
           o.year::int,
           o.kind,
           o.unit::text,
           o.amount::text,
           o.currency,
           (o.stated_at at time zone g.time_zone)::date::text as "statedOn",
           p.name as "statedBy",
           (count(*) over ())::int as all
      from outcome o
      join delivery d on d.id = o.delivery_id
      join person p on p.id = o.stated_by_id
     cross join organisation g
     where o.confirmed_at is null
       and o.year between ${first}::int and ${last}::int
       and ${ofScope(scope)}
     order by o.stated_at, o.id
     limit ${MOST_LINES}`;
  return linesSection(lines, {
    key: "benefitNotConfirmed",
    title: "delivery.notConfirmed",
    said: "delivery.saidNotConfirmed",
    columns: [
      { key: "money", label: "delivery.amount", kind: "money" },
      { key: "number", label: "delivery.number", kind: "number" },
      unit,
      { key: "by", label: "delivery.statedBy", kind: "text" },
      { key: "since", label: "delivery.since", kind: "date" },
    ],
    cells: ({ currency, amount, statedBy, statedOn }) => ({
      money: currency ? { amountMinor: amount, currency } : null,
      number: currency ? null : hundredth(amount),
      by: statedBy,
      since: statedOn,
    }),
  });
}

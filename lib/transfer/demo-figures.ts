import type { Connection } from "./connection";
import { chance, idFor, pick } from "./demo-chance";
import type { DemoDelivery } from "./demo-deliveries";
import { insert } from "./demo-organisation";

/** What a thousand euros are about in each currency, and how many of its smallest units one has; invented. */
const currencies = { EUR: [1_000, 100], USD: [1_080, 100], CLP: [1_020_000, 1], BRL: [6_100, 100] } as const;

/** What one unit of a currency was worth in euros, this year and the one before; one is missing on purpose. */
const rates = [
  ["USD", 0, "0.9260"],
  ["USD", -1, "0.9240"],
  ["CLP", 0, "0.00098"],
  ["CLP", -1, "0.00099"],
  ["BRL", -1, "0.1640"],
] as const;

/** What else deliveries are good for, with its unit in each language, and how many at most. */
const others = [
  ["customers", { en: "visits a month", es: "visitas al mes", pt: "visitas por mês" }, 900],
  ["staff", { en: "hours a month", es: "horas al mes", pt: "horas por mês" }, 160],
  ["safety", { en: "accidents a year", es: "accidentes al año", pt: "acidentes por ano" }, 9],
  ["environment", { en: "kWh a year", es: "kWh al año", pt: "kWh por ano" }, 48_000],
  ["quality", { en: "complaints a month", es: "quejas al mes", pt: "reclamações por mês" }, 40],
] as const;

const evidence = {
  en: ["Invoices of the year, folder 12.", "Meter readings before and after, three months each."],
  es: ["Facturas del año, carpeta 12.", "Lecturas del contador antes y después, tres meses cada una."],
  pt: ["Notas fiscais do ano, pasta 12.", "Leituras do medidor antes e depois, três meses cada."],
};

const notes = {
  en: "Last year's bills, less what comparable sites pay since they changed.",
  es: "Las facturas del año pasado, menos lo que pagan sitios comparables desde que cambiaron.",
  pt: "As contas do ano passado, menos o que locais comparáveis pagam desde que mudaram.",
};

type Line = { year: number; kind: string; amount: number; currency: string | null; unit: string | null };

/** A benefit that is saved, avoided or earned, what it costs, and now and then something besides. */
function linesOf({ id, ideas, startedAt }: DemoDelivery, lastYear: number): Line[] {
  const locale = ideas[0]?.locale ?? "es";
  const currency = chance(`currency ${id}`) < 0.72 ? "EUR" : pick(["USD", "CLP", "BRL"] as const, `foreign ${id}`);
  const [worth, smallest] = currencies[currency];
  const thousands = 1 + 24 * chance(`worth ${id}`) ** 2;
  const money = (share: number) => Math.round(thousands * share * 20) * (worth / 20) * smallest;
  const first = startedAt.getUTCFullYear();
  const years = Array.from({ length: Math.max(1, lastYear - first + 1) }, (_, at) => first + at);
  const [kind, unit, most] = pick(others, `besides ${id}`);
  return years.flatMap((year, at) => {
    const benefit = { year, kind: pick(["saved", "saved", "avoided", "earned"], `kind ${id}`), unit: null, currency };
    const cost = { year, kind: "cost", amount: money(0.2), unit: null, currency };
    const besides = { year, kind, amount: 100 * Math.ceil(most * (0.2 + 0.8 * chance(`much ${id}`))), currency: null };
    return [
      { ...benefit, amount: money(at === 0 ? 0.6 : 1) },
      ...(at === 0 ? [cost] : []),
      ...(chance(`also ${id}`) < 0.5 ? [{ ...besides, unit: unit[locale] }] : []),
    ];
  });
}

type World = { loadedAt: Date; confirming: string[] };

const shared = "id uuid, delivery_id uuid, year smallint, kind text, amount bigint, currency char(3), unit citext";
const names = "id, delivery_id, year, kind, amount, currency, unit";

/** Says what the demo's deliveries were expected to bring, and what came: more of some, less of others; most of it confirmed. */
export async function demoFigures(
  connection: Connection,
  deliveries: DemoDelivery[],
  { loadedAt, confirming }: World,
): Promise<void> {
  const thisYear = loadedAt.getUTCFullYear();
  const lines = deliveries.flatMap((delivery) =>
    linesOf(delivery, thisYear).map((line) => ({ delivery, line, key: `${delivery.id} ${line.year} ${line.kind}` })),
  );
  await insert(
    connection,
    `forecast (${names}, note, stated_by_id, stated_at)`,
    `${shared}, note text, stated_by_id uuid, stated_at timestamptz`,
    lines.map(({ delivery, line, key }) => ({
      ...{
        id: idFor(`forecast ${key}`),
        delivery_id: delivery.id,
        ...line,
        note: notes[delivery.ideas[0]?.locale ?? "es"],
      },
      ...{ stated_by_id: delivery.ownerId, stated_at: delivery.startedAt.toISOString() },
    })),
  );
  const came = lines.filter(({ delivery, key }) => delivery.endedAt && chance(`known ${key}`) < 0.9);
  await insert(
    connection,
    `outcome (${names}, evidence, stated_by_id, stated_at, confirmed_by_id, confirmed_at)`,
    `${shared}, evidence text, stated_by_id uuid, stated_at timestamptz, confirmed_by_id uuid, confirmed_at timestamptz`,
    came.map(({ delivery, line, key }) => {
      const at = (delivery.endedAt ?? loadedAt).getTime();
      const by = pick(
        confirming.filter((id) => id !== delivery.ownerId),
        `confirmed ${key}`,
      );
      const isConfirmed = chance(`is confirmed ${delivery.id} ${line.year}`) < 0.75;
      return {
        ...{ id: idFor(`outcome ${key}`), delivery_id: delivery.id, ...line },
        amount: Math.round((line.amount * (0.55 + 0.75 * chance(`came ${key}`))) / 100) * 100,
        evidence: pick(evidence[delivery.ideas[0]?.locale ?? "es"], `evidence ${key}`),
        ...{ stated_by_id: delivery.ownerId, stated_at: new Date(at).toISOString() },
        ...{ confirmed_by_id: isConfirmed ? by : null, confirmed_at: isConfirmed ? loadedAt.toISOString() : null },
      };
    }),
  );
  await insert(
    connection,
    "exchange_rate (id, currency, into_currency, year, rate, source)",
    "id uuid, currency char(3), into_currency char(3), year smallint, rate numeric, source text",
    rates.map(([currency, ago, rate]) => ({
      ...{ id: idFor(`rate ${currency} ${ago}`), currency, into_currency: "EUR", year: thisYear + ago, rate },
      source: "Aldavera, media anual inventada",
    })),
  );
  await insert(connection, "figure_target (figure, value)", "figure text, value float8", [
    { figure: "ideasPerHead", value: 0.5 },
    { figure: "participation", value: 0.3 },
    { figure: "implementedShare", value: 0.1 },
    { figure: "benefit", value: 1728 },
    { figure: "timeToAnswer", value: 3 },
  ]);
}

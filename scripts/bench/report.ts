import type { Wait } from "./leaders-wait";
import type { Measured, Row } from "./measure";

const n = (value: number, digits = 0) => value.toLocaleString("en", { maximumFractionDigits: digits });

const cells = ({ load, statements }: Measured) => [
  n(load.perSecond),
  n(load.p50),
  n(load.p99),
  n(load.cpuMs, 2),
  n(statements.count, 1),
  n(statements.ms, 1),
  `${n(statements.slowestMs, 1)} (${n(statements.worstMs)})`,
];

const line = (...parts: (string | number)[]) => `| ${parts.join(" | ")} |`;

const HEAD = ["answers/s", "p50 ms", "p99 ms", "CPU ms", "statements", "their ms", "slowest ms (worst)"];

/** The figures as a table in Markdown: one line per thing and size, with the bare thing below it. */
export function table(rows: Row[]): string {
  const lines = [line("", "ideas", ...HEAD, "refused"), line("---", "---", ...HEAD.map(() => "---:"), "---:")];
  for (const { name, large, small, yardstick } of rows) {
    lines.push(line(name, "100,000", ...cells(large), large.load.refused));
    lines.push(line("", "10,000", ...cells(small), small.load.refused));
    if (!yardstick) continue;
    const { load } = yardstick;
    lines.push(
      line(
        `*${yardstick.name}*`,
        "",
        n(load.perSecond),
        n(load.p50),
        n(load.p99),
        n(load.cpuMs, 2),
        "",
        "",
        "",
        load.refused,
      ),
    );
  }
  return lines.join("\n");
}

/** How the figures compare with each other within the run, and what was aimed at. */
export function ratios(rows: Row[]): string {
  const lines = [
    line("", "share of the yardstick", "by CPU", "aim", "10,000 ÷ 100,000", "aim"),
    line("---", "---:", "---:", "---:", "---:", "---:"),
  ];
  for (const { name, large, yardstick, toSmall } of rows) {
    const aim = yardstick?.aim ? `≥ ${yardstick.aim}` : "";
    const byCpu = yardstick ? n(yardstick.load.cpuMs / large.load.cpuMs, 2) : "";
    lines.push(line(name, yardstick ? n(yardstick.share, 2) : "", byCpu, aim, n(toSmall, 2), "≤ 1.3"));
  }
  return lines.join("\n");
}

/** What a first visit to each page transfers, in kB. */
export function weights(rows: Row[]): string {
  const kB = (bytes: number) => n(bytes / 1000, 1);
  const pages = rows.flatMap(({ name, large: { weight } }) => (weight ? [{ name, ...weight }] : []));
  return [
    line("kB", "HTML", "HTML gzip", "JS gzip", "CSS gzip"),
    line("---", "---:", "---:", "---:", "---:"),
    ...pages.map(({ name, html, htmlRaw, js, css }) => line(name, kB(htmlRaw), kB(html), kB(js), kB(css))),
  ].join("\n");
}

/** How long leaders wait for each page, by what it is narrowed to: the middle, and 95 of 100 at most, in ms. */
export function leaders(waits: Wait[]): string {
  const narrowed = [...new Set(waits.map((wait) => wait.narrowed))];
  return [
    line("median (p95), ms", ...narrowed),
    line("---", ...narrowed.map(() => "---:")),
    ...[...Map.groupBy(waits, ({ page }) => page)].map(([page, those]) =>
      line(page, ...those.map(({ median, p95 }) => `${n(median)} (${n(p95)})`)),
    ),
  ].join("\n");
}

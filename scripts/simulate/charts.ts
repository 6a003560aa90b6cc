import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";
import { type Findings, told } from "./figures";
import { steepnesses } from "./known-bias";
import { names, type OrderName } from "./orders";
import { checkpoints } from "./replay-figures";

type Found = ReadonlyMap<string, Findings>;

const ours = new Set<OrderName>(["merit", "hopeful", "thompson", "discover"]);

/** Readable on a light page and on a dark one: the picture brings its own ground. */
const STYLE = `svg{color:#1f2328;font-family:system-ui,sans-serif}.ground{fill:#fff}
@media (prefers-color-scheme:dark){svg{color:#e6edf3}.ground{fill:#0d1117}}`;

function drawn(options: Plot.PlotOptions, title: string): string {
  const { document } = new JSDOM("").window;
  const plot = Plot.plot({ ...options, document, style: { fontSize: "12px", background: "transparent" } });
  const figure = plot.tagName === "svg" ? plot : plot.querySelector("svg")!;
  figure.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  figure.setAttribute("role", "img");
  figure.setAttribute("aria-label", title);
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = STYLE;
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of [
    ["class", "ground"],
    ["width", "100%"],
    ["height", "100%"],
  ])
    ground.setAttribute(name!, value!);
  figure.prepend(style, ground);
  return `${figure.outerHTML}\n`;
}

type Dot = { order: OrderName; at: number; mean: number; low: number; high: number };

const dotsOf = (findings: Findings, what: string, moments: readonly number[]): Dot[] =>
  (Object.keys(names) as OrderName[]).flatMap((order) =>
    moments.flatMap((at) => {
      const { mean, half } = told(findings, `all|${order}|${at}|${what}`);
      return Number.isFinite(mean) ? [{ order, at, mean, low: mean - half, high: mean + half }] : [];
    }),
  );

/** Orders from the best down, each with its interval; ours are filled. */
function ranked(
  dots: Dot[],
  { label, title, isLessBetter = false }: { label: string; title: string; isLessBetter?: boolean },
) {
  const last = Math.max(...dots.map(({ at }) => at));
  const sorted = dots
    .filter(({ at }) => at === last)
    .sort((a, b) => (isLessBetter ? a.mean - b.mean : b.mean - a.mean))
    .map(({ order }) => names[order]);
  const many = new Set(dots.map(({ at }) => at)).size > 1;
  return drawn(
    {
      width: 860,
      height: 64 + 24 * sorted.length + (many ? 30 : 0),
      marginBottom: 46,
      marginLeft: 190,
      marginRight: 20,
      x: { label, grid: true, nice: true, ticks: many ? 3 : 6 },
      y: { domain: sorted, label: null },
      fx: { label: null, tickFormat: (at: number) => `${at} sightings per idea` },
      marks: [
        Plot.ruleY(dots, {
          ...(many ? { fx: "at" } : {}),
          y: (dot: Dot) => names[dot.order],
          x1: "low",
          x2: "high",
          strokeWidth: 1.5,
        }),
        Plot.dot(dots, {
          ...(many ? { fx: "at" } : {}),
          y: (dot: Dot) => names[dot.order],
          x: "mean",
          r: 4.5,
          stroke: "currentColor",
          fill: (dot: Dot) => (ours.has(dot.order) ? "currentColor" : "none"),
        }),
      ],
    },
    title,
  );
}

const lateDots = (findings: Findings): Dot[] =>
  (Object.keys(names) as OrderName[]).map((order) => {
    const { mean, half } = told(findings, `${order}|days`);
    return { order, at: 0, mean, low: mean - half, high: mean + half };
  });

const shown = steepnesses.filter((steepness) => steepness !== 0.12);

function curves(findings: Findings): string {
  const points = shown.flatMap((steepness) =>
    ["true", "fitted"].flatMap((kind) =>
      ["1", "2", "3", "4–5", "6–10", "11–20"].map((band, index) => {
        const { mean, half } = told(findings, `${steepness}|${kind}|${index}`);
        return { steepness, kind, band, mean, low: mean - half, high: mean + half };
      }),
    ),
  );
  const [truly, fitted] = ["true", "fitted"].map((kind) => points.filter((point) => point.kind === kind));
  return drawn(
    {
      width: 720,
      height: 400,
      marginBottom: 46,
      marginRight: 70,
      marginLeft: 50,
      x: { domain: ["1", "2", "3", "4–5", "6–10", "11–20"], label: "place in the list", type: "point" },
      y: { domain: [0, 1.08], label: "attention compared to the first place", grid: true },
      marks: [
        Plot.line(truly!, { x: "band", y: "mean", z: "steepness", stroke: "currentColor", strokeDasharray: "4 3" }),
        Plot.ruleX(fitted!, { x: "band", y1: "low", y2: "high", strokeWidth: 1.5 }),
        Plot.dot(fitted!, { x: "band", y: "mean", r: 4, fill: "currentColor" }),
        Plot.text(
          truly!.filter(({ band }) => band === "11–20"),
          {
            x: "band",
            y: "mean",
            dx: 12,
            textAnchor: "start",
            text: ({ steepness }) => (steepness === 0 ? "all alike" : `rank^−${steepness}`),
          },
        ),
      ],
    },
    "Attention by place: true curves dashed, what the log says as points",
  );
}

/** The charts of the document, by name. */
export function chartsOf(found: Found): Record<string, string> {
  const main = found.get("main")!;
  const moments = [5, 10, checkpoints.at(-1)!];
  return {
    precision: ranked(dotsOf(main, "precision", moments), {
      label: "share of the best ten that are found →",
      title: "How many of the truly best ten statements each order finds",
    }),
    regret: ranked(dotsOf(main, "regret", moments), {
      label: "← how much worse than the best is what people see",
      title: "How much worse than the best are the statements that each order shows",
      isLessBetter: true,
    }),
    late: ranked(lateDots(found.get("lateIdea")!), {
      label: "← days until an excellent late idea is among the best ten (15: not within them)",
      title: "Days until an excellent late idea is among the best ten",
      isLessBetter: true,
    }),
    attention: curves(found.get("knownBias")!),
  };
}

import { screen, within } from "@testing-library/react";
import { SectionView } from "@/components/insights/section-view";
import type { Chart, Column, Row, Section } from "@/lib/insights/section";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { render } from "../../support/render";

const voice = { t: translator("en"), format: formatter("en", "UTC") };

const columns: Column[] = [
  { key: "unit", label: "people.department", kind: "text" },
  { key: "share", label: "people.people", kind: "share" },
  { key: "ideas", label: "people.place", kind: "count" },
];
const rows: Row[] = [
  { cells: { unit: "Logistics", ideas: 1200, share: 0.034 }, href: "/ideas?department=1" },
  { cells: { unit: "Finance", ideas: { hidden: "few" }, share: { hidden: "few" } } },
  { cells: { unit: "Legal", ideas: null, share: 0.5 } },
];
const months: Row[] = ["2026-11", "2026-12", "2027-01"].map((month, index) => ({
  cells: { month, ideas: [3, null, 8][index] ?? null },
}));
const byMonth: Partial<Section> = {
  columns: [{ key: "month", label: "people.name", kind: "month" }, ...columns],
  rows: months,
};

const show = (more: Partial<Section>) =>
  render(
    <SectionView
      of={{ key: "who", title: "people.people", says: [], columns, rows, terms: ["gini"], ...more }}
      voice={voice}
    />,
  );
const bars: Chart = { kind: "bars", label: "unit", value: "share", beside: "ideas" };
const widths = () => [...document.querySelectorAll("rect")].map((bar) => bar.getAttribute("width"));

it("can be linked to by its name, and leads to what its figures mean", () => {
  show({});

  expect(screen.getByRole("region", { name: "People" })).toHaveAttribute("id", "who");
  expect(screen.getByRole("link", { name: "Link to “People”" })).toHaveAttribute("href", "#who");
  expect(screen.getByRole("link", { name: "What these figures mean" })).toHaveAttribute(
    "href",
    "/insights/glossary#gini",
  );
});

it("tells every figure in a table: in its unit, as kept back, or as not there", () => {
  show({});

  const said = screen.getAllByRole("row").map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(said).toEqual([
    ["Department", "People", "Place"],
    ["Logistics", "3.4%", "1,200"],
    ["Finance", "fewer than 5", "fewer than 5"],
    ["Legal", "50%", "–"],
  ]);
});

it("leads from a row to the list behind it", () => {
  show({});

  expect(screen.getByRole("link", { name: "Logistics" })).toHaveAttribute("href", "/ideas?department=1");
});

it("leads from a figure to the list behind it, where it has one of its own", () => {
  show({ rows: [{ cells: { unit: "Legal", ideas: 4, share: 0.5 }, hrefs: { ideas: "/ideas?unit=legal" } }] });

  expect(screen.getByRole("link", { name: "4" })).toHaveAttribute("href", "/ideas?unit=legal");
  expect(screen.queryByRole("link", { name: "Legal" })).toBeNull();
});

it("keeps the table behind a drawing, for whoever would rather read", () => {
  show({ chart: bars });

  const behind = document.querySelector("details");
  expect(behind).not.toHaveAttribute("open");
  expect(within(behind as HTMLElement).getByText("Figures as a table")).toBeVisible();
  expect(behind?.querySelectorAll("tbody tr")).toHaveLength(3);
});

it("writes at each bar what it shows, and draws none for what is not told", () => {
  show({ chart: bars });

  const drawn = document.querySelector("ul.grid") as HTMLElement;
  expect(within(drawn).getByText("50%")).toBeVisible();
  expect(within(drawn).getAllByText("fewer than 5")).toHaveLength(2);
  expect(widths()).toEqual(["0%", "100%", "0.04%"]);
});

it("draws losses to the left of nothing", () => {
  const money = (unit: string, amountMinor: string) => ({ cells: { unit, gap: { amountMinor, currency: "EUR" } } });
  show({
    columns: [columns[0] as Column, { key: "gap", label: "people.place", kind: "money" }],
    rows: [money("Travel", "-50000"), money("Energy", "150000")],
    chart: { kind: "bars", label: "unit", value: "gap" },
  });

  const bars = [...document.querySelectorAll("rect")].map((bar) => [bar.getAttribute("x"), bar.getAttribute("width")]);
  expect(bars).toEqual([
    ["0%", "25%"],
    ["25%", "75%"],
  ]);
  expect(screen.getAllByText("-€500").length).toBeGreaterThan(0);
});

it("breaks a line where a month has no figure, and writes the last one at its end", () => {
  show({ ...byMonth, chart: { kind: "lines", x: "month", y: ["ideas"], target: 6 } });

  const drawing = screen.getByRole("img", { name: /^People: a chart/ });
  expect(drawing.querySelector("path")?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  expect(within(drawing).getByText("Target 6")).toBeInTheDocument();
  expect(document.querySelector("text.font-semibold")).toHaveTextContent("8");
});

it("tells lines apart by their dashes, not by colour alone", () => {
  show({ ...byMonth, chart: { kind: "lines", x: "month", y: ["ideas", "share"] } });

  const dashes = [...document.querySelectorAll("path")].map((line) => line.getAttribute("stroke-dasharray"));
  expect(new Set(dashes).size).toBe(2);
});

it("says at each step of a funnel what is left of the first and of the one before", () => {
  const steps = [200, 50, 20].map((ideas, index) => ({ cells: { unit: `Step ${index}`, ideas } }));
  show({ rows: steps, chart: { kind: "funnel", label: "unit", value: "ideas" } });

  const last = screen.getAllByRole("listitem").at(-1);
  expect(last).toHaveTextContent("40% of the step before");
  expect(last).toHaveTextContent("10% of all");
});

it("tells parts of a whole apart by their patterns, and reads all of them out", () => {
  show({ rows: rows.slice(0, 1), chart: { kind: "stacked", label: "unit", parts: ["ideas", "share"] } });

  const fills = [...document.querySelectorAll("ul.grid rect")].map((part) => part.getAttribute("fill"));
  expect(fills).toEqual(["url(#who-part-0)", "url(#who-part-1)"]);
  expect(document.querySelector("ul.grid")).toHaveTextContent("Place: 1,200, People: 3.4%");
});

it("names the first dots of a cloud by number below it", () => {
  show({ chart: { kind: "scatter", label: "unit", x: "share", y: "ideas" } });

  expect(screen.getByRole("img").querySelectorAll("circle")).toHaveLength(1);
  expect(screen.getByRole("list")).toHaveTextContent("Logistics 3.4% · 1,200");
});

it("draws how sure a figure is from its least to its most", () => {
  const cells = { unit: "Solar roofs", low: 0.2, share: 0.4, ideas: 0.8 };
  show({ rows: [{ cells }], chart: { kind: "intervals", label: "unit", low: "low", middle: "share", high: "ideas" } });

  expect(screen.getAllByRole("listitem")[0]).toHaveTextContent("40%0.2 to 1");
});

it("adds up at both banks what flows between them", () => {
  const streams = [
    { unit: "Open", to: "Done", ideas: 3 },
    { unit: "Open", to: "Declined", ideas: 4 },
  ];
  show({
    columns: [...columns, { key: "to", label: "people.name", kind: "text" }],
    rows: streams.map((cells) => ({ cells })),
    chart: { kind: "flow", from: "unit", to: "to", value: "ideas" },
  });

  const banks = [...screen.getByRole("img", { name: /^People: a chart/ }).querySelectorAll("foreignObject")];
  expect(banks.map(({ textContent }) => textContent)).toEqual(["Open7", "Done3", "Declined4"]);
});

it("says so where there is nothing to tell", () => {
  show({ rows: [], chart: bars });

  expect(screen.getByText("Nothing to tell for this period and these filters yet.")).toBeVisible();
  expect(screen.queryByRole("table")).not.toBeInTheDocument();
});

it("styles nothing in its markup, which the portal's content policy would refuse", () => {
  show({ chart: bars });

  expect(document.querySelector("[style]")).toBeNull();
});

import { screen, within } from "@testing-library/react";
import { DistanceTable } from "@/components/evaluation/distance-table";
import { EvaluationPanel } from "@/components/evaluation/evaluation-panel";
import type { Criterion, Evaluation, Sheet } from "@/lib/evaluation/schema";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModules } from "@/lib/platform/i18n/texts";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { now, render } from "../../support/render";

jest.mock("@/lib/evaluation/actions", () => ({ beginEvaluationForm: jest.fn(), closeEvaluationButton: jest.fn() }));

const voice = { t: translator("en"), format: formatter("en", "UTC"), now };

const assessor = (id: string, name: string, more = {}) => ({
  id,
  name,
  isOwnTeam: false,
  hasHandedIn: true,
  hasChanged: false,
  ...more,
});

const evaluation: Evaluation = {
  begunAt: now,
  closedAt: null,
  isAuthorHidden: false,
  assessors: [assessor("ada", "Ada"), assessor("bea", "Bea", { isOwnTeam: true })],
  sheet: null,
  mine: "nothing",
};

const cost: Criterion = { id: "cost", part: "cost", weight: 2, name: "Cost", help: "", labels: null, isRetired: false };
const sheet: Sheet = {
  criteria: [cost],
  marks: [
    { criterionId: "cost", reviewerId: "ada", value: 1, note: "Beyond any budget." },
    { criterionId: "cost", reviewerId: "bea", value: 4, note: "" },
  ],
  score: {
    mean: 2.5,
    spread: 2.1213,
    best: 4,
    parts: { value: null, cost: { mean: 2.5, spread: 2.1213 }, risk: null },
    criteria: [{ criterionId: "cost", mean: 2.5, spread: 2.1213, isDisputed: true }],
    reviewers: { ada: 1, bea: 4 },
    isDisputed: true,
  },
};

const show = (given: Evaluation | null, mayReview = true) =>
  render(
    <MoreTexts texts={textsOfModules("en", { modules: ["evaluation"] })}>
      <EvaluationPanel ideaId="idea" evaluation={given} mayReview={mayReview} {...voice} />
    </MoreTexts>,
  );

it("offers to begin one to those who may, and says nothing to others", () => {
  show(null);
  expect(screen.getByRole("button", { name: "Have it evaluated" })).toBeVisible();
});

it("is not there for those who may not begin one where there is none", () => {
  show(null, false);
  expect(screen.queryByRole("heading")).not.toBeInTheDocument();
});

it("says why there is nothing to see yet, and where one's own scorecard is", () => {
  show({ ...evaluation, mine: "to mark", assessors: [assessor("ada", "Ada", { hasHandedIn: false })] });

  expect(screen.getByText("0 of 1 handed in")).toBeVisible();
  expect(screen.getByText(/shown once you have handed in your own/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Mark it now" })).toHaveAttribute("href", "/review/idea/scorecard");
  expect(screen.queryByRole("table")).not.toBeInTheDocument();
});

it("shows marks as a table, with the notes, the spread and whoever works with the author", () => {
  show({ ...evaluation, sheet });

  const cells = within(screen.getByRole("row", { name: /^Cost/ })).getAllByRole("cell");
  expect(cells.map(({ textContent }) => textContent)).toEqual(["1", "4", "Reviewers disagree 2.5"]);
  expect(screen.getByRole("columnheader", { name: /^Bea/ })).toHaveTextContent("author's team");
  expect(screen.getAllByText("± 2.1").length).toBeGreaterThan(0);
  expect(screen.getByText("Beyond any budget.")).toBeVisible();
});

it("tells in words what is kept back of marks by distance", () => {
  render(
    <DistanceTable
      report={{
        figures: [
          { distance: "team", hidden: true },
          { distance: "branch", hidden: true },
          { distance: "other", marks: 1200, mean: 3.456 },
          { distance: "unknown", marks: 0, mean: null },
        ],
        total: null,
      }}
      {...voice}
    />,
  );

  expect(screen.getByRole("row", { name: /Same department/ })).toHaveTextContent("Same departmentnot told");
  expect(screen.getByRole("row", { name: /Elsewhere/ })).toHaveTextContent("Elsewhere1,2003.46");
  expect(screen.getByRole("row", { name: /^All/ })).toHaveTextContent("Allnot told");
});

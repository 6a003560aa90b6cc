import { screen } from "@testing-library/react";
import { ReviewPromise } from "@/components/workflow/promise";
import { Thanks } from "@/components/workflow/thanks";
import type { Idea, Review } from "@/lib/ideas/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { now, render } from "../../support/render";

const voice = { t: translator("en"), format: formatter("en", "America/Santiago"), now };

const review: Review = {
  version: 2,
  owner: { id: "1", name: "Marta Ibáñez" },
  group: null,
  progress: null,
  extent: null,
  nextOn: null,
  revisitOn: null,
  answerDueAt: new Date("2027-03-19T03:00:00Z"),
  answeredAt: null,
  decisionDueAt: new Date("2027-04-06T04:00:00Z"),
  decidedAt: null,
  waitingSince: null,
  waitedDays: 0,
  dueAt: new Date("2027-03-19T03:00:00Z"),
};

const given = (changes: Partial<Review> = {}, more: Partial<Idea> = {}) =>
  ({ status: "submitted", submittedAt: now, ...more, review: { ...review, ...changes } }) as Idea;
const show = (idea: Idea) => render(<ReviewPromise idea={idea} {...voice} />);

it("says who answers, and the last day of each promise", () => {
  show(given({ group: { id: "2", name: "Public space" } }));

  expect(screen.getByText("Marta Ibáñez")).toBeVisible();
  expect(screen.getByText("answers for this idea, with Public space")).toBeVisible();
  expect(screen.getByText("A person answers by Thursday, March 18")).toBeVisible();
  expect(screen.getByText("A decision follows by Monday, April 5")).toBeVisible();
});

it("says honestly what is late, from the moment its last day is over", () => {
  show(given({ answerDueAt: now }));

  expect(screen.getByText(/^An answer was promised by Monday, March 15\. It is late/)).toBeVisible();
  expect(screen.getByText("A decision follows by Monday, April 5")).toBeVisible();
});

it("is not late while its last day lasts", () => {
  show(given({ answerDueAt: new Date(now.getTime() + 1) }));

  expect(screen.getByText("A person answers by Monday, March 15")).toBeVisible();
});

it("says what was kept", () => {
  show(given({ answeredAt: new Date("2027-03-12T12:00:00Z") }));

  expect(screen.getByText("Answered on March 12")).toBeVisible();
  expect(screen.queryByText(/answers by/)).not.toBeInTheDocument();
});

it("says that it waits for its author instead of naming dates that will move", () => {
  show(given({ waitingSince: new Date("2027-03-12T12:00:00Z"), waitedDays: 2, dueAt: null }));

  expect(screen.getByText(/^Waiting for its author since March 12/)).toBeVisible();
  expect(screen.getByText(/waited 2 working days/)).toBeVisible();
  expect(screen.queryByText(/(answers|follows) by/)).not.toBeInTheDocument();
});

it("says so where nobody answers for it yet", () => {
  show(given({ owner: null }));

  expect(screen.getByText(/^Nobody answers for this idea yet/)).toBeVisible();
});

it.each([
  ["was decided", given({}, { status: "declined" })],
  ["was imported, and promised nothing", given({ owner: null, answerDueAt: null, decisionDueAt: null, dueAt: null })],
])("says nothing about an idea that %s", (_, idea) => {
  const { container } = show(idea);

  expect(container).toBeEmptyDOMElement();
});

it("thanks an author for a new idea, with a name and a day, and not for ever", () => {
  const { unmount } = render(<Thanks idea={given()} {...voice} />);
  expect(screen.getByRole("status")).toHaveTextContent("Marta Ibáñez answers by Thursday, March 18.");
  unmount();
  const { container } = render(
    <Thanks idea={given({}, { submittedAt: new Date(now.getTime() - 601_000) })} {...voice} />,
  );

  expect(container).toBeEmptyDOMElement();
});

import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ScorecardForm } from "@/components/evaluation/scorecard-form";
import { scoreIdeaForm } from "@/lib/evaluation/actions";
import type { Assessment, Criterion } from "@/lib/evaluation/schema";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModules } from "@/lib/platform/i18n/texts";
import { render } from "../../support/render";

jest.mock("@/lib/evaluation/actions", () => ({ scoreIdeaForm: jest.fn() }));
const score = jest.mocked(scoreIdeaForm);

beforeAll(() => {
  // The browser of these tests draws nothing, so it cannot scroll.
  Element.prototype.scrollIntoView = jest.fn();
});
afterEach(() => {
  document.documentElement.dataset.shortcuts = "on";
});

const criterion = (id: string, name: string): Criterion => ({
  id,
  name,
  part: "value",
  weight: 2,
  help: "",
  labels: null,
  isRetired: false,
});

const assessment: Assessment = {
  ideaId: "idea",
  title: "Racks",
  body: "",
  language: "en",
  author: null,
  isAuthorHidden: true,
  isOwnTeam: false,
  isOpen: true,
  version: 3,
  noteFrom: 2,
  handedInAt: null,
  criteria: [criterion("one", "Benefit"), criterion("two", "Reach"), criterion("three", "Cost")],
  marks: [],
};

const show = (more: Partial<Assessment> = {}) =>
  render(
    <MoreTexts texts={textsOfModules("en", { modules: ["evaluation"] })}>
      <ScorecardForm assessment={{ ...assessment, ...more }} />
    </MoreTexts>,
  );

const group = (name: RegExp) => within(screen.getByRole("group", { name }));
const chosen = () => screen.getAllByRole("radio", { checked: true }).map((radio) => (radio as HTMLInputElement).value);
const posted = () => Object.fromEntries(score.mock.calls[0]?.[1] ?? []);

it("marks the first criterion by one key and goes on, to the button at last", async () => {
  show();
  await userEvent.keyboard("4");
  expect(chosen()).toEqual(["4"]);
  expect(group(/Reach/).getAllByRole("radio")).toContain(document.activeElement);
  await userEvent.keyboard("53");

  expect(chosen()).toEqual(["4", "5", "3"]);
  expect(screen.getByText("3 of 3 marked")).toBeVisible();
  expect(screen.getByRole("button", { name: "Hand in" })).toHaveFocus();
});

it("changes the mark of the criterion one is at", async () => {
  show();
  await userEvent.keyboard("444");
  await userEvent.click(group(/Reach/).getByRole("radio", { name: /^4/ }));
  await userEvent.keyboard("2");

  expect(chosen()).toEqual(["4", "2", "4"]);
});

it("takes figures that somebody types into a note for what they are", async () => {
  show();
  await userEvent.type(group(/Benefit/).getByRole("textbox"), "in 2024");

  expect(screen.queryAllByRole("radio", { checked: true })).toEqual([]);
});

it("leaves keys alone where somebody has switched them off", async () => {
  show();
  document.documentElement.dataset.shortcuts = "off";
  await userEvent.keyboard("4");

  expect(screen.queryAllByRole("radio", { checked: true })).toEqual([]);
});

it("says at once that a low mark needs a note", async () => {
  show();
  expect(screen.queryByLabelText(/because the mark is low/)).not.toBeInTheDocument();
  await userEvent.keyboard("2");

  expect(group(/Benefit/).getByLabelText(/because the mark is low/)).toBeVisible();
});

it("posts what was marked, and whether it is handed in", async () => {
  show();
  await userEvent.keyboard("453");
  await userEvent.click(screen.getByRole("button", { name: "Hand in" }));

  expect(posted()).toMatchObject({
    ideaId: "idea",
    version: "3",
    handIn: "yes",
    criterion1: "one",
    mark1: "4",
    criterion3: "three",
    mark3: "3",
  });
  score.mockClear();
  await userEvent.click(screen.getByRole("button", { name: "Keep for later" }));
  expect(posted()).not.toHaveProperty("handIn");
});

it("shows what is lacking on the criterion that lacks it, with what was typed", async () => {
  score.mockResolvedValue({
    reason: "evaluation.incomplete",
    fields: { "marks.two": "evaluation.markMissing" },
    values: { mark1: "5", note1: "Clear.", mark3: "4" },
  });
  show();
  await userEvent.click(screen.getByRole("button", { name: "Hand in" }));

  expect(await screen.findByText("Give a mark from 1 to 5.")).toBeVisible();
  expect(screen.getByRole("group", { name: /Reach/ })).toHaveAccessibleDescription("Give a mark from 1 to 5.");
  expect(chosen()).toEqual(["5", "4"]);
  expect(group(/Benefit/).getByRole("textbox")).toHaveValue("Clear.");
  expect(group(/Reach/).getAllByRole("radio")[0]).toHaveFocus();
});

it("asks for the note on a low mark where it is to be written, and puts one there", async () => {
  score.mockResolvedValue({
    reason: "evaluation.incomplete",
    fields: { "marks.two": "evaluation.noteMissing" },
    values: { mark1: "5", mark2: "1", mark3: "4" },
  });
  show();
  await userEvent.click(screen.getByRole("button", { name: "Hand in" }));

  const note = await screen.findByLabelText(/because the mark is low/);
  expect(note).toHaveAccessibleDescription("A mark this low needs a note: say what is behind it.");
  expect(note).toHaveFocus();
});

it("cannot be changed once the evaluation is closed", () => {
  show({ isOpen: false, marks: [{ criterionId: "one", value: 4, note: "" }] });

  expect(chosen()).toEqual(["4"]);
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
  for (const radio of screen.getAllByRole("radio")) expect(radio).toBeDisabled();
});

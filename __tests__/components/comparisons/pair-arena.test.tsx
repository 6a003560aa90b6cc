import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { PairArena } from "@/components/comparisons/pair-arena";
import { answerPairAction } from "@/lib/comparisons/actions";
import type { ShownIdea, ShownSheet } from "@/lib/comparisons/schema";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModules } from "@/lib/platform/i18n/texts";
import type { Outcome } from "@/lib/platform/outcome";
import { render as renderPage } from "../../support/render";

jest.mock("@/lib/comparisons/actions", () => ({ answerPairAction: jest.fn(), answerPairButton: jest.fn() }));
const answerPair = jest.mocked(answerPairAction);

const render = (element: ReactElement) =>
  renderPage(<MoreTexts texts={textsOfModules("en", { modules: ["comparisons"] })}>{element}</MoreTexts>);

const idea = (title: string, about: Partial<ShownIdea> = {}): ShownIdea => ({
  ideaId: title,
  title,
  language: "en",
  category: null,
  opening: `About ${title}`,
  html: null,
  ...about,
});
const sheet = (pairId: string, about: Partial<ShownSheet> = {}): ShownSheet => ({
  pair: { pairId, left: idea(`${pairId} left`), right: idea(`${pairId} right`) },
  today: 0,
  last: null,
  ...about,
});
const arena = (shown: ShownSheet, isAgain = false) => <PairArena sheet={shown} categoryId={null} isAgain={isAgain} />;
const choose = (title: string) => userEvent.click(screen.getByRole("button", { name: `This one: ${title}` }));
const comes = (title: string) => screen.findByRole("heading", { name: title });

beforeEach(() => {
  jest.resetAllMocks();
  document.documentElement.dataset.shortcuts = "on";
});

it("says which one is preferred, and brings the next pair and how far one is", async () => {
  answerPair.mockResolvedValue({ ok: true, data: sheet("second", { today: 3, last: "first" }) });
  render(arena(sheet("first")));

  await choose("first right");

  await comes("second left");
  expect(answerPair).toHaveBeenCalledWith({ pairId: "first", answer: "right", categoryId: "" });
  expect(screen.getByText("3 pairs compared today. Thank you!")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Think again" })).toHaveAttribute("href", "/compare?again=first");
  expect(screen.getByText("Next pair: second left — or: second right")).toBeInTheDocument();
});

it.each([
  ["{ArrowLeft}", "left"],
  ["{ArrowRight}", "right"],
  ["1", "undecided"],
  ["5", "same"],
])("takes %s for %s", async (key, answer) => {
  answerPair.mockResolvedValue({ ok: true, data: sheet("second") });
  render(<main>{arena(sheet("first"))}</main>);

  await userEvent.keyboard(key);

  await comes("second left");
  expect(answerPair).toHaveBeenCalledWith({ pairId: "first", answer, categoryId: "" });
});

it("leaves keys alone for whoever has switched them off, and for the browser's own", async () => {
  render(<main>{arena(sheet("first"))}</main>);

  await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}{Control>}1{/Control}");
  document.documentElement.dataset.shortcuts = "off";
  await userEvent.keyboard("{ArrowLeft}1");

  expect(answerPair).not.toHaveBeenCalled();
});

it("takes a double click for one answer, and shows which it was while it is on its way", async () => {
  let arrive: (outcome: Outcome<ShownSheet>) => void = () => undefined;
  answerPair.mockReturnValue(
    new Promise((done) => {
      arrive = done;
    }),
  );
  render(arena(sheet("first")));

  await userEvent.dblClick(screen.getByRole("button", { name: "This one: first left" }));
  await choose("first right");

  expect(answerPair).toHaveBeenCalledTimes(1);
  expect(screen.getByRole("button", { name: "This one: first left" })).toHaveAttribute("aria-disabled", "true");
  arrive({ ok: true, data: sheet("second") });
  await comes("second left");
});

it("says why when the server refuses, or cannot be reached, and how to go on", async () => {
  answerPair.mockResolvedValueOnce({ ok: false, reason: "comparisons.closed", fields: {} });
  answerPair.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  render(arena(sheet("first")));

  await choose("first left");
  expect(await screen.findByRole("alert")).toHaveTextContent("One of the two has been decided meanwhile.");
  expect(screen.getByRole("link", { name: "Back to the next pair" })).toHaveAttribute("href", "/compare");

  await choose("first left");
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("We could not reach the server."));
});

it("is a form underneath, which says what to change for whoever thinks again", () => {
  const { container, rerender } = render(arena(sheet("first")));
  const form = container.querySelector("form");
  expect(form).toHaveFormValues({ pairId: "first", categoryId: "" });

  rerender(
    <MoreTexts texts={textsOfModules("en", { modules: ["comparisons"] })}>{arena(sheet("first"), true)}</MoreTexts>,
  );
  expect(form).toHaveFormValues({ pairId: "first", categoryId: "", change: "on" });
});

it("reads out each idea in its own language, and opens the rest in place", async () => {
  const left = idea("Aparcabicis en la puerta norte", { language: "es", html: "<p>Con techo, por favor.</p>" });
  render(arena({ ...sheet("first"), pair: { pairId: "first", left, right: idea("Benches") } }));

  expect(screen.getByRole("heading", { name: left.title })).toHaveAttribute("lang", "es");
  expect(screen.getByRole("heading", { name: "Benches" })).not.toHaveAttribute("lang");
  expect(screen.getByText("Con techo, por favor.")).not.toBeVisible();
  await userEvent.click(screen.getByText("Read all of it"));
  expect(screen.getByText("Con techo, por favor.")).toBeVisible();
  expect(answerPair).not.toHaveBeenCalled();
});

it("says when nothing is left", () => {
  render(arena(sheet("first", { pair: null, today: 1, last: "last" })));

  expect(screen.getByRole("status")).toHaveTextContent("You have compared everything there is");
  expect(screen.getByRole("link", { name: "Think again" })).toBeInTheDocument();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { emptyValues } from "@/components/ideas/idea-values";
import { NewIdeaForm } from "@/components/ideas/new-idea-form";
import { saveDraftAction } from "@/lib/ideas/actions";
import { submitIdeaAction } from "@/lib/workflow/actions";
import { render } from "../../support/render";

jest.mock("@/lib/ideas/actions", () => ({
  saveDraftAction: jest.fn(),
  saveDraftForm: jest.fn(),
}));
jest.mock("@/lib/votes/actions", () => ({ castVoteAction: jest.fn() }));
jest.mock("@/lib/workflow/actions", () => ({ submitIdeaAction: jest.fn(), submitIdeaForm: jest.fn() }));
const replace = jest.fn();
jest.mock("next/navigation", () => ({ useRouter: () => ({ replace }) }));
// The editor has tests of its own; here the plain textarea under it is enough.
jest.mock("@/components/ui/rich-text", () => ({ RichText: jest.requireActual("@/components/ui/textarea").Textarea }));

const saveDraft = jest.mocked(saveDraftAction);
const submitIdea = jest.mocked(submitIdeaAction);
const ideaId = "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a";
const category = { id: "1b1b1b1b-1b1b-4b1b-8b1b-1b1b1b1b1b1b", name: "Mobility", depth: 0 };
const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
const pause = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

let page: ReturnType<typeof render>;

function open() {
  const choices = { categories: [category], departments: [], places: [] };
  page = render(<NewIdeaForm ideaId={ideaId} version={null} values={emptyValues("en")} choices={choices} />);
  return screen.getByLabelText("Your idea in one sentence");
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  saveDraft.mockImplementation(async ({ version }) => ({
    ok: true,
    data: { ideaId, version: Number(version ?? 0) + 1 },
  }));
});
afterEach(() => jest.useRealTimers());

it("keeps the draft a moment after the last letter, and goes on from the version that was kept", async () => {
  const title = open();

  await user.type(title, "Racks");
  expect(saveDraft).not.toHaveBeenCalled();
  await pause(1_500);
  await user.type(title, "!");
  await pause(1_500);

  expect(saveDraft.mock.calls.map(([draft]) => [draft.title, draft.version])).toEqual([
    ["Racks", null],
    ["Racks!", 1],
  ]);
  expect(screen.getByRole("status")).toHaveTextContent(/^Draft saved at /);
  expect(location.search).toBe(`?draft=${ideaId}`);
});

it("saves nothing while nothing is written", async () => {
  open();

  await user.selectOptions(screen.getByLabelText("Category"), "Mobility");
  await pause(5_000);

  expect(saveDraft).not.toHaveBeenCalled();
});

it("says why a draft is not kept, and tries again by itself", async () => {
  saveDraft.mockRejectedValueOnce(new Error("offline"));

  await user.type(open(), "Racks");
  await pause(1_500);
  expect(screen.getByRole("status")).toHaveTextContent("Draft not saved: We could not reach the server.");
  await pause(10_000);

  expect(screen.getByRole("status")).toHaveTextContent(/^Draft saved at /);
});

it("stops for good when another tab has gone on, and leads there", async () => {
  saveDraft.mockResolvedValue({ ok: false, reason: "ideas.draftChangedElsewhere", fields: {} });
  const title = open();

  await user.type(title, "Racks");
  await pause(1_500);
  await user.type(title, " at the gate");
  await pause(20_000);

  expect(saveDraft).toHaveBeenCalledTimes(1);
  expect(title).toHaveValue("Racks at the gate");
  expect(screen.getByRole("link", { name: "Open the newer version" })).toHaveAttribute(
    "href",
    `/ideas/new?draft=${ideaId}`,
  );
});

it("overwrites what another tab has saved only when told to", async () => {
  const title = open();
  await user.type(title, "Rack");
  await pause(1_500);
  saveDraft.mockResolvedValueOnce({ ok: false, reason: "ideas.draftChangedElsewhere", fields: {} });
  await user.type(title, "s");
  await pause(1_500);

  await user.click(screen.getByRole("button", { name: "Save draft" }));
  await pause(0);

  expect(saveDraft).toHaveBeenLastCalledWith(expect.objectContaining({ title: "Racks", version: null }));
  expect(screen.getByRole("status")).toHaveTextContent(/^Draft saved at /);
});

it("saves what was typed last when the page is left", async () => {
  await user.type(open(), "Racks");
  page.unmount();

  expect(saveDraft).toHaveBeenCalledWith(expect.objectContaining({ title: "Racks" }));
});

it("saves no draft any more once the idea is submitted", async () => {
  submitIdea.mockResolvedValue({ ok: true, data: { ideaId } });

  await user.type(open(), "Racks for bicycles");
  await user.click(screen.getByRole("button", { name: "Submit idea" }));
  await pause(20_000);
  page.unmount();

  expect(submitIdea).toHaveBeenCalledWith(expect.objectContaining({ ideaId, title: "Racks for bicycles" }));
  expect(replace).toHaveBeenCalledWith(`/ideas/${ideaId}`);
  expect(saveDraft).not.toHaveBeenCalled();
});

it("goes on keeping the draft after a refused submission, and shows the refusal on its field", async () => {
  submitIdea.mockResolvedValue({
    ok: false,
    reason: "validation.checkFields",
    fields: { categoryId: "validation.unknownChoice" },
  });
  await user.type(open(), "Racks for bicycles");
  await user.click(screen.getByRole("button", { name: "Submit idea" }));
  await pause(0);
  expect(screen.getByLabelText("Category")).toHaveAccessibleDescription("This choice is no longer offered.");
  await pause(1_500);

  expect(saveDraft).toHaveBeenCalledTimes(1);
});

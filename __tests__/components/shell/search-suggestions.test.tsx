import { act, fireEvent, screen } from "@testing-library/react";
import { useRef } from "react";
import { SearchSuggestions } from "@/components/shell/search-suggestions";
import { render } from "../../support/render";

const push = jest.fn();
jest.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

const racks = {
  ideaId: "2c2c2c2c-2c2c-4c2c-8c2c-2c2c2c2c2c2c",
  title: "Bicycle racks at the north gate",
  language: "en",
  status: "submitted",
  happened: { at: null, kind: null },
  votes: 61,
  mine: false,
  mayVote: true,
  similarity: 0.9,
  isProbablySame: true,
  shared: ["bicycle"],
};

function Search() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={field} aria-label="Search" defaultValue="Bicycle racks" />
      <SearchSuggestions field={field} />
    </>
  );
}

/** The search field, with one idea suggested below it. */
async function open() {
  render(<Search />);
  await act(() => jest.advanceTimersByTimeAsync(700));
  return { field: screen.getByLabelText("Search"), option: screen.getByRole("option", { name: /^Bicycle racks/ }) };
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  globalThis.fetch = jest.fn(async () => ({ ok: true, json: async () => ({ ideas: [racks] }) }) as Response);
});
afterEach(() => jest.useRealTimers());

it("leads to an idea by the first button of the mouse", async () => {
  fireEvent.mouseDown((await open()).option, { button: 0 });

  expect(push).toHaveBeenCalledWith(`/ideas/${racks.ideaId}`);
});

it.each([{ button: 1 }, { button: 2 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }])(
  "leads nowhere by other buttons, or with a key held: %j",
  async (how) => {
    fireEvent.mouseDown((await open()).option, how);

    expect(push).not.toHaveBeenCalled();
  },
);

it("is steered by the arrow keys and Enter", async () => {
  const { field, option } = await open();
  fireEvent.keyDown(field, { key: "ArrowDown" });

  expect(option).toHaveAttribute("aria-selected", "true");
  fireEvent.keyDown(field, { key: "Enter" });
  expect(push).toHaveBeenCalledWith(`/ideas/${racks.ideaId}`);
});

it("leaves arrow keys and Enter to an input method that is composing a word", async () => {
  const { field, option } = await open();
  const isFree = fireEvent.keyDown(field, { key: "ArrowDown", isComposing: true });

  expect([isFree, option.getAttribute("aria-selected")]).toEqual([true, "false"]);
  fireEvent.keyDown(field, { key: "ArrowDown" });
  fireEvent.keyDown(field, { key: "Enter", isComposing: true });
  expect(push).not.toHaveBeenCalled();
});

import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { FilterForm } from "@/components/ideas/filter-form";

const push = jest.fn();
jest.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

const form = (values: Record<string, string[]>) => (
  <FilterForm action="/ideas" values={values} label="Filters">
    <input name="q" aria-label="Words" />
    <input type="checkbox" name="state" value="accepted" aria-label="Accepted" />
    <input type="checkbox" name="state" value="declined" aria-label="Declined" />
    <select name="category" aria-label="Category">
      <option value="">Any</option>
      <option value="c1">Canteen</option>
    </select>
    <button type="submit">Search</button>
  </FilterForm>
);

beforeEach(() => push.mockClear());

it("goes to the list at each choice, leaving empty fields out of the address", async () => {
  render(form({ q: ["soup"] }));

  await userEvent.click(screen.getByLabelText("Accepted"));
  await userEvent.selectOptions(screen.getByLabelText("Category"), "c1");

  expect(push).toHaveBeenNthCalledWith(1, "/ideas?q=soup&state=accepted", { scroll: false });
  expect(push).toHaveBeenNthCalledWith(2, "/ideas?q=soup&state=accepted&category=c1", { scroll: false });
});

it("waits with typed words until they are sent", async () => {
  render(form({}));

  await userEvent.type(screen.getByLabelText("Words"), "soup");
  expect(push).not.toHaveBeenCalled();
  await userEvent.keyboard("{Enter}");

  expect(push).toHaveBeenCalledWith("/ideas?q=soup", { scroll: false });
});

it("says what the address says when that changes elsewhere", () => {
  const { rerender } = render(form({ state: ["accepted"], category: ["c1"] }));
  expect(screen.getByLabelText("Accepted")).toBeChecked();

  rerender(form({ state: ["declined"] }));

  expect(screen.getByLabelText("Accepted")).not.toBeChecked();
  expect(screen.getByLabelText("Declined")).toBeChecked();
  expect(screen.getByLabelText("Category")).toHaveValue("");
});

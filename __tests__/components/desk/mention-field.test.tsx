import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { render } from "@/__tests__/support/render";
import { MentionField } from "@/components/desk/mention-field";

const colleagues = ["Ana Alba", "Marta Ibáñez Prado", "Owen Castellanos"];

it("offers colleagues at an @, whatever part of the name is typed, with or without accents", async () => {
  render(<MentionField colleagues={colleagues} defaultValue="" />);
  await userEvent.type(screen.getByRole("textbox"), "Ask @iban");

  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Marta Ibáñez Prado"]);
});

it("puts the chosen name in by keyboard and goes on with the sentence", async () => {
  render(<MentionField colleagues={colleagues} defaultValue="" />);
  const field = screen.getByRole("textbox");
  await userEvent.type(field, "Ask @{ArrowDown}{Enter}please");

  expect(field).toHaveValue("Ask @Marta Ibáñez Prado please");
  expect(screen.queryByRole("listbox")).toBeNull();
});

it("offers nobody within an address", async () => {
  render(<MentionField colleagues={colleagues} defaultValue="" />);
  await userEvent.type(screen.getByRole("textbox"), "write to me@a");

  expect(screen.queryByRole("listbox")).toBeNull();
});

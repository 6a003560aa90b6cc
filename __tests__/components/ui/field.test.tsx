import { screen } from "@testing-library/react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { render } from "../../support/render";

it("is found by its label", () => {
  render(<Field label="shell.search" name="q" defaultValue="bus" />);

  expect(screen.getByLabelText("Search ideas")).toHaveValue("bus");
});

it("reads its hint out with the input", () => {
  render(<Field label="shell.search" hint="shell.tagline" name="q" />);

  expect(screen.getByRole("textbox")).toHaveAccessibleDescription("Where ideas become done things");
});

it.each([
  ["an input", <Field key="f" label="shell.search" error="ui.unreachable" />],
  ["a text", <Textarea key="t" label="shell.search" error="ui.unreachable" />],
  ["a list", <Select key="s" label="shell.search" error="ui.unreachable" />],
  ["a checkbox", <Checkbox key="c" label="shell.search" error="ui.unreachable" />],
])("says what is wrong with %s in the reader's language", (_control, element) => {
  render(element);

  expect(screen.getByLabelText("Search ideas")).toBeInvalid();
  expect(screen.getByLabelText("Search ideas")).toHaveAccessibleDescription(/could not reach the server/);
});

it("does not call a field wrong before anything is", () => {
  render(<Field label="shell.search" />);

  expect(screen.getByRole("textbox")).toBeValid();
});

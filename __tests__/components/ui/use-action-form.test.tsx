import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { z } from "zod";
import { Field } from "@/components/ui/field";
import { FormProblem } from "@/components/ui/form-problem";
import { useActionForm } from "@/components/ui/use-action-form";
import type { FieldReasons } from "@/lib/platform/errors";
import { browserTexts } from "@/lib/platform/i18n/texts";
import { TranslationsProvider } from "@/lib/platform/i18n/use-translations";
import type { FormState, Outcome } from "@/lib/platform/outcome";
import { now, render } from "../../support/render";

const schema = z.object({ title: z.string().trim().min(5, "ui.optional"), place: z.string().max(10).default("") });
const action = jest.fn<Promise<Outcome<{ id: string }>>, [z.input<typeof schema>]>();
const onDone = jest.fn();

function Form({ before }: { before?: FormState }) {
  const defaultValues = { title: "", place: "Santiago" };
  const { register, submit, formState } = useActionForm({ schema, action, defaultValues, before, onDone });
  return (
    <form onSubmit={submit} noValidate>
      <FormProblem error={formState.errors.root?.message} />
      <Field label="shell.ideas" error={formState.errors.title?.message} {...register("title")} />
      <Field label="shell.home" error={formState.errors.place?.message} {...register("place")} />
      <button type="submit">Send</button>
    </form>
  );
}

async function send(title: string) {
  await userEvent.type(screen.getByLabelText("Ideas"), title);
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
}

beforeEach(() => jest.resetAllMocks());

it("sends what was typed and hands on the answer", async () => {
  action.mockResolvedValue({ ok: true, data: { id: "i1" } });
  render(<Form />);

  await send(" A night bus");

  expect(action).toHaveBeenCalledWith({ title: " A night bus", place: "Santiago" });
  expect(onDone).toHaveBeenCalledWith({ id: "i1" });
});

it("does not trouble the server with what the schema refuses", async () => {
  render(<Form />);

  await send("Bus");

  expect(screen.getByLabelText("Ideas")).toHaveAccessibleDescription("Optional");
  expect(action).not.toHaveBeenCalled();
});

it("says in our words what the schema has no words for", async () => {
  render(<Form />);

  await userEvent.type(screen.getByLabelText("Home"), " de Chile");
  await send("A night bus");

  expect(screen.getByLabelText("Home")).toHaveAccessibleDescription("This is too long.");
});

it("puts the server's refusal on the field that caused it, and the focus too", async () => {
  action.mockResolvedValue({ ok: false, reason: "ui.close", fields: { title: "ui.pages" } });
  render(<Form />);

  await send("A night bus");

  expect(screen.getByLabelText("Ideas")).toHaveAccessibleDescription("Pages");
  expect(screen.getByLabelText("Ideas")).toHaveFocus();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

const unplaced: FieldReasons[] = [{}, { campaign: "ui.pages" }];

it.each(unplaced)("announces a refusal that no field of the form caused: %j", async (fields) => {
  action.mockResolvedValue({ ok: false, reason: "ui.close", fields });
  render(<Form />);

  await send("A night bus");

  expect(screen.getByRole("alert")).toHaveTextContent("Close");
  expect(onDone).not.toHaveBeenCalled();
});

it("keeps the text and says so when the server cannot be reached", async () => {
  action.mockRejectedValue(new TypeError("Failed to fetch"));
  render(<Form />);

  await send("A night bus");

  expect(screen.getByRole("alert")).toHaveTextContent("Nothing you typed is lost");
  expect(screen.getByLabelText("Ideas")).toHaveValue("A night bus");
});

it("takes the refusal back when it is sent again", async () => {
  action.mockResolvedValueOnce({ ok: false, reason: "ui.close", fields: {} });
  action.mockResolvedValueOnce({ ok: true, data: { id: "i1" } });
  render(<Form />);

  await send("A night bus");
  await send(" for the late shift");

  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("brings back typing and refusal of a form posted without JavaScript, in the server's HTML", () => {
  const before: FormState = {
    reason: "ui.close",
    fields: { title: "ui.pages" },
    values: { title: "Bus", place: "Lima" },
  };

  const html = document.createElement("div");
  html.innerHTML = renderToString(
    <TranslationsProvider locale="en" timeZone="UTC" now={now} texts={browserTexts("en")}>
      <Form before={before} />
    </TranslationsProvider>,
  );

  expect(html.querySelector('[name="title"]')).toHaveValue("Bus");
  expect(html.querySelector('[name="title"]')).toBeInvalid();
  expect(html.querySelector('[name="place"]')).toHaveValue("Lima");
  expect(html).toHaveTextContent("Pages");
});

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TokenForm } from "@/components/settings/token-form";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModules } from "@/lib/platform/i18n/texts";
import { createTokenForm } from "@/lib/settings/actions";
import { render } from "../../support/render";

jest.mock("@/lib/settings/actions", () => ({ createTokenForm: jest.fn() }));
const createToken = jest.mocked(createTokenForm);

const renderForm = () =>
  render(
    <MoreTexts texts={textsOfModules("en", { modules: ["settings"] })}>
      <TokenForm />
    </MoreTexts>,
  );

async function makeToken() {
  await userEvent.type(screen.getByLabelText("What is it for?"), "Weekly report");
  await userEvent.selectOptions(screen.getByLabelText("It may"), "Read and write");
  await userEvent.click(screen.getByRole("button", { name: "Make a token" }));
}

it("sends what the token is for, and shows its secret", async () => {
  createToken.mockResolvedValue({ data: { secret: "tormenta_secret" } });
  renderForm();

  await makeToken();

  const form = createToken.mock.calls[0]?.[1];
  expect(Object.fromEntries(form ?? [])).toEqual({ name: "Weekly report", use: "read,write", days: "90" });
  expect(await screen.findByRole("status")).toHaveTextContent("tormenta_secret");
});

it("says why it was refused, on the field, with what was typed", async () => {
  createToken.mockResolvedValue({
    reason: "validation.checkFields",
    fields: { name: "validation.tooLong" },
    values: { name: "Weekly report" },
  });
  renderForm();

  await makeToken();

  expect(await screen.findByText("This is too long.")).toBeVisible();
  expect(screen.getByLabelText("What is it for?")).toHaveAccessibleDescription("This is too long.");
  expect(screen.getByLabelText("What is it for?")).toHaveValue("Weekly report");
  expect(screen.queryByRole("status")).not.toBeInTheDocument();
});

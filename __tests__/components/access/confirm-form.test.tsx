import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ConfirmForm } from "@/components/access/confirm-form";
import { signInByLinkForm } from "@/lib/access/actions";
import { render } from "../../support/render";

jest.mock("@/lib/access/actions", () => ({ signInByLinkForm: jest.fn() }));
const signIn = jest.mocked(signInByLinkForm);

it("needs no more than a press where the link was asked for", async () => {
  render(<ConfirmForm token="t" next="/ideas" isOwn />);

  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));

  expect(Object.fromEntries(signIn.mock.calls[0]?.[1] ?? [])).toEqual({ token: "t", next: "/ideas" });
});

it("asks for the address in another browser", () => {
  render(<ConfirmForm token="t" next="/" isOwn={false} />);

  expect(screen.getByRole("textbox", { name: "Work e-mail" })).toBeRequired();
});

it("says when a link no longer works", async () => {
  signIn.mockResolvedValue({ reason: "access.linkNotValid", fields: {}, values: {} });
  render(<ConfirmForm token="t" next="/" isOwn />);

  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("This link no longer works");
});

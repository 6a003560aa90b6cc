import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Dialog } from "@/components/ui/dialog";
import { render } from "../../support/render";

beforeEach(() => {
  render(
    <Dialog trigger="Withdraw" title="Withdraw this idea?">
      {(close) => (
        <button type="button" onClick={close}>
          Keep it
        </button>
      )}
    </Dialog>,
  );
});

it("asks only when it is opened", async () => {
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: "Withdraw" }));

  expect(screen.getByRole("dialog", { name: "Withdraw this idea?" })).toBeInTheDocument();
});

it.each(["Close", "Keep it"])("goes away with %s", async (way) => {
  await userEvent.click(screen.getByRole("button", { name: "Withdraw" }));
  await userEvent.click(screen.getByRole("button", { name: way }));

  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

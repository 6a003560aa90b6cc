import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { render } from "../../support/render";

function Page() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Withdraw
      </button>
      {isOpen && (
        <Dialog title="Withdraw this idea?" onClose={() => setIsOpen(false)}>
          <button type="button">Keep it</button>
        </Dialog>
      )}
    </>
  );
}

const open = async () => {
  render(<Page />);
  await userEvent.click(screen.getByRole("button", { name: "Withdraw" }));
};

it("says what it is about, and hides the page behind it from screen readers", async () => {
  await open();

  expect(screen.getByRole("dialog", { name: "Withdraw this idea?" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Withdraw" })).not.toBeInTheDocument();
});

it("keeps the focus inside", async () => {
  await open();

  for (let presses = 0; presses < 3; presses++) {
    expect(screen.getByRole("dialog")).toContainElement(document.activeElement as HTMLElement);
    await userEvent.tab();
  }
});

it.each([
  ["its own button", () => userEvent.click(screen.getByRole("button", { name: "Close" }))],
  ["Escape", () => userEvent.keyboard("{Escape}")],
])("goes away with %s, and gives the focus back", async (_way, close) => {
  await open();

  await close();

  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Withdraw" })).toHaveFocus();
});

it("writes no style of its own into the page, which our policy would stop", async () => {
  const before = document.querySelectorAll("style").length;
  await open();

  expect(document.querySelectorAll("style")).toHaveLength(before);
});

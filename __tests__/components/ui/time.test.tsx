import { screen } from "@testing-library/react";
import { Time } from "@/components/ui/time";
import { formatter } from "@/lib/platform/i18n/translate";
import { now, render } from "../../support/render";

const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);

it.each([
  [3, "3 days ago"],
  [29, "4 weeks ago"],
  [31, "Feb 12, 2027"],
])("says %d days ago as %s", (days, text) => {
  render(<Time at={daysAgo(days)} now={now} format={formatter("en", "UTC")} />);

  expect(screen.getByText(text)).toBeInTheDocument();
});

it("tells the exact moment as the reader's place counts it", () => {
  render(<Time at={daysAgo(1)} now={now} format={formatter("es", "America/Santiago")} />);

  expect(screen.getByTitle(/domingo, 14 de marzo de 2027.*9:00/)).toHaveAttribute(
    "datetime",
    "2027-03-14T12:00:00.000Z",
  );
});

import { render as renderAlone, screen } from "@testing-library/react";
import { now } from "@/__tests__/support/render";
import { Due } from "@/components/desk/due";
import { formatter, translator } from "@/lib/platform/i18n/translate";

const nothing = {
  status: "submitted" as const,
  dueAt: null,
  dueIn: null,
  isLate: false,
  waitingSince: null,
  nextOn: null,
  nextIn: null,
};
const voice = { t: translator("en"), format: formatter("en", "UTC"), now };
const at = (days: number) => new Date(now.getTime() + days * 86_400_000);

it.each([
  [{ dueAt: at(-2), dueIn: -2, isLate: true }, "2 days late"],
  [{ dueAt: at(0), dueIn: 0, isLate: true }, "late since today"],
  [{ dueAt: at(0), dueIn: 0 }, "due today"],
  [{ dueAt: at(3), dueIn: 3 }, "by Thursday"],
  [{ dueAt: at(20), dueIn: 20 }, "by Apr 4"],
  [{ waitingSince: at(-2), dueAt: null }, "asked 2 days ago"],
  [{ status: "accepted" as const, nextOn: at(-1), nextIn: -1 }, "news 1 day late"],
  [{}, "no date promised"],
])("says of %j: %s", (clock, said) => {
  renderAlone(<Due idea={{ ...nothing, ...clock }} {...voice} />);

  expect(screen.getByText(said)).toBeVisible();
});

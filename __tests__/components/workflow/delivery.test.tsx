import { screen } from "@testing-library/react";
import { render } from "@/__tests__/support/render";
import { Delivery } from "@/components/workflow/delivery";
import type { Idea, Review } from "@/lib/ideas/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";

const review = { owner: { id: "m", name: "Marta" }, progress: 40, nextOn: "2027-01-31", revisitOn: null };
const show = (status: Idea["status"], more: Partial<Review> = {}) =>
  render(
    <Delivery
      idea={{ status, review: { ...review, ...more } as Review }}
      t={translator("en")}
      format={formatter("en", "America/Santiago")}
    />,
  );

it("tells how far it has come, who sees to it and when there is news, on that day wherever one reads it", () => {
  show("in_progress");

  expect(screen.getByRole("progressbar", { name: "Progress" })).toHaveValue(40);
  expect(screen.getByText("Marta sees to it")).toBeInTheDocument();
  expect(screen.getByText("News by January 31, 2027")).toBeInTheDocument();
});

it("tells when a declined idea comes back", () => {
  show("declined", { revisitOn: "2027-06-01" });

  expect(screen.getByText("It will be looked at again on June 1, 2027.")).toBeInTheDocument();
});

it("tells nothing of ideas nobody has decided on", () => {
  const { container } = show("in_review");

  expect(container).toBeEmptyDOMElement();
});

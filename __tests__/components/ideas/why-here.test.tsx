import { screen } from "@testing-library/react";
import { WhyHere } from "@/components/ideas/why-here";
import { formatter } from "@/lib/platform/i18n/format";
import { locales } from "@/lib/platform/i18n/locales";
import { translator } from "@/lib/platform/i18n/translate";
import { orders } from "@/lib/ranking/orders";
import type { ListedIdea } from "@/lib/ranking/schema";
import { render } from "../../support/render";

const supportRate = { seen: 240, supporters: 61, low: 0.206, expected: 0.25, high: 0.296 };
const idea = { submittedAt: new Date("2027-03-12T12:00:00Z"), votes: 75, supporters: 3, comments: 8, supportRate };

function reason(order: (typeof orders)[number], locale: (typeof locales)[number] = "en", like: object = {}) {
  const { unmount } = render(
    <WhyHere
      idea={{ ...idea, ...like } as ListedIdea}
      order={order}
      t={translator(locale)}
      format={formatter(locale, "UTC")}
    />,
  );
  const said = screen.getByRole("group").textContent ?? "";
  unmount();
  return said;
}

it("answers in every order and language, with figures wherever there are some", () => {
  for (const locale of locales)
    for (const order of orders) {
      expect(reason(order, locale)).not.toMatch(/[{}]|ranking\./);
      expect(reason(order, locale)).toMatch(/\d/);
    }
});

it("says how many saw an idea and support it, and between what its support lies", () => {
  expect(reason("merit")).toContain("At least 240 colleagues have seen it in a list and 61 of them support it.");
  expect(reason("merit")).toContain("between 21% and 30%");
});

it("gives no figure of people while fewer than five have seen an idea, but its votes", () => {
  const said = reason("discover", "en", { supportRate: null });

  expect(said).toContain("Fewer than five colleagues have seen it in a list yet");
  expect(said).toContain("it has 75 votes");
});

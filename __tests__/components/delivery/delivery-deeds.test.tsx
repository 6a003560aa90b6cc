import { screen } from "@testing-library/react";
import { render } from "@/__tests__/support/render";
import { DeliveryDeeds } from "@/components/delivery/delivery-deeds";
import type { DeliveryInFull } from "@/lib/delivery/shown-schema";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModules } from "@/lib/platform/i18n/texts";
import { translator } from "@/lib/platform/i18n/translate";

jest.mock("@/lib/delivery/actions", () => new Proxy({}, { get: () => jest.fn() }));

const delivery: DeliveryInFull = {
  ...{ id: "d", title: "Racks", owner: { id: "m", name: "Marta" }, startsOn: "2026-01-01", dueOn: "2026-12-31" },
  ...{ progress: 100, state: "done", isLate: false, nextMilestone: null, version: 3, workUrl: null },
  ...{ begunAt: new Date(0), endedAt: new Date(0), ideas: [], milestones: [], updates: [], benefits: null },
};

const show = (state: DeliveryInFull["state"], mayDecide: boolean) =>
  render(
    <MoreTexts texts={textsOfModules("en", { modules: ["delivery"] })}>
      <DeliveryDeeds
        delivery={{ ...delivery, state }}
        owners={[delivery.owner]}
        mayDecide={mayDecide}
        newIds={{ update: "u", milestone: "n" }}
        currency="EUR"
        year={2026}
        t={translator("en")}
      />
    </MoreTexts>,
  );

const again = () => screen.queryByRole("button", { name: "Take it up again", hidden: true });

it("offers reviewers to take up again what is done, by telling why and how far it has come", () => {
  show("done", true);

  expect(again()).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: /^Why it is taken up again/, hidden: true })).toBeRequired();
});

it.each([
  ["open", true],
  ["stopped", true],
  ["done", false],
] as const)("offers nobody else to take up what is %s", (state, mayDecide) => {
  show(state, mayDecide);

  expect(again()).toBeNull();
});

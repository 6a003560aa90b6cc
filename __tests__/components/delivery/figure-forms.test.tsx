import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { render } from "@/__tests__/support/render";
import { ForecastForms, OutcomeForms } from "@/components/delivery/figure-forms";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModules } from "@/lib/platform/i18n/texts";

jest.mock("@/lib/delivery/actions", () => ({ stateForecastForm: jest.fn(), stateOutcomeForm: jest.fn() }));

const of = { deliveryId: "d", year: 2026, currency: "EUR" };
const shown = (form: ReactNode) =>
  render(<MoreTexts texts={textsOfModules("en", { modules: ["delivery"] })}>{form}</MoreTexts>).container;
const warning = /leaves the confirmed sum until another person confirms it again/;

it("says before one sends an outcome that what was confirmed is to be confirmed again", () => {
  const forms = shown(<OutcomeForms {...of} />).querySelectorAll("form");

  expect(forms).toHaveLength(2);
  for (const form of forms) expect(within(form).getByText(warning)).toBeInTheDocument();
});

it("says nothing of the kind of a forecast, which nobody confirms", () => {
  shown(<ForecastForms {...of} />);

  expect(screen.queryByText(warning)).toBeNull();
});

import { screen } from "@testing-library/react";
import { IdeaFilters } from "@/components/ideas/idea-filters";
import type { Shown } from "@/components/ideas/list-path";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import type { Facets } from "@/lib/search/schema";
import { now, render } from "../../support/render";

jest.mock("next/navigation", () => ({ useRouter: () => ({ push: jest.fn() }) }));

const chile = { id: "c", name: "Chile", depth: 0 };
const arica = { id: "a", name: "Arica", depth: 1 };
const facets: Facets = {
  state: [{ value: "accepted", count: 1234 }],
  language: [{ value: "es", count: 12 }],
  category: [],
  place: [{ id: "c", name: "Chile", count: 7 }],
};

const show = (shown: Partial<Shown>, counted: Facets | null) =>
  render(
    <IdeaFilters
      shown={{ order: "relevant", ...shown }}
      ordered={{ order: "relevant", ...shown }}
      choices={{ categories: [], departments: [], places: [chile, arica] }}
      facets={counted}
      mayCompare={false}
      t={translator("en")}
      format={formatter("en", "UTC")}
      now={now}
    />,
  );

const options = (label: string) =>
  [...screen.getByLabelText<HTMLSelectElement>(label).options].map(({ text }) => text.trim());

it("says beside each choice how many ideas it would leave, and nothing where it would leave none", () => {
  show({ q: "bikes" }, facets);

  expect(screen.getByRole("checkbox", { name: "Accepted 1,234" })).toBeInTheDocument();
  expect(screen.getByRole("checkbox", { name: "Declined" })).toBeInTheDocument();
  expect(options("Place")).toEqual(["Any", "Chile (7)", "Arica"]);
  expect(options("Language of the text")).toEqual(["Any", "English", "Español (12)", "Português"]);
});

it("counts nothing where nothing was counted", () => {
  show({ language: "pt" }, null);

  expect(options("Place")).toEqual(["Any", "Chile", "Arica"]);
  expect(screen.getByLabelText("Language of the text")).toHaveValue("pt");
});

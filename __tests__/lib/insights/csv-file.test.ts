import { csvFile } from "@/lib/insights/report/csv-file";
import type { Report } from "@/lib/insights/report/report";
import type { Cell, Section } from "@/lib/insights/section";
import { givenReport } from "./given-report";

/** A report with one table of what years brought. */
function reportOf(...gaps: Cell[]): Report {
  const section: Section = {
    key: "benefit",
    title: "insights.benefit",
    says: [],
    columns: [
      { key: "year", label: "insights.columnYear", kind: "text" },
      { key: "gap", label: "delivery.gap", kind: "money" },
    ],
    rows: gaps.map((gap, nth) => ({ cells: { year: String(2024 + nth), gap } })),
    terms: [],
  };
  return givenReport([{ name: "impact", sections: [section] }]);
}

const tableOf = (report: Report) => csvFile(report).split("\r\n").slice(-6, -2);

it("an amount of money is a number, also one below nothing, with its currency in a column of its own", () => {
  const table = tableOf(
    reportOf(
      { amountMinor: "-1250", currency: "EUR" },
      { amountMinor: "-90071992547409931", currency: "CLP" },
      { amountMinor: "5", currency: "KWD" },
    ),
  );

  expect(table).toEqual([
    '"Year","Difference","Difference: currency"',
    '"2024",-12.50,"EUR"',
    '"2025",-90071992547409931,"CLP"',
    '"2026",0.005,"KWD"',
  ]);
});

it("where there is no amount, or it is not told, there is no currency", () => {
  expect(tableOf(reportOf(null, { hidden: "few" })).slice(2)).toEqual(['"2024",,', '"2025","fewer than 5",']);
});

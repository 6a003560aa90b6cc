import * as all from "pdfmake";
import { onePage } from "@/lib/insights/report/paper";
import type { Section } from "@/lib/insights/section";
import { givenReport } from "./given-report";

const section: Section = {
  key: "promises",
  title: "insights.tabLeader",
  says: [{ key: "insights.topNone" }],
  columns: [{ key: "name", label: "insights.columnYear", kind: "text" }],
  rows: Array.from({ length: 8 }, (_, nth) => ({ cells: { name: `Department ${nth}` } })),
  terms: [],
};

const reportOf = (sections: number) =>
  givenReport([{ name: "leader", sections: Array.from({ length: sections }, () => section) }]);

const { default: pdfmake } = all as unknown as { default: { createPdf: (definition: object) => unknown } };
const pagesIn = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type \/Page\b/g)?.length;

it("sets a page a few times at most until it is one page, however much there is to tell", async () => {
  const setting = jest.spyOn(pdfmake, "createPdf");

  expect(pagesIn(await onePage(reportOf(64)))).toBe(1);
  expect(setting.mock.calls.length).toBeLessThanOrEqual(10);
});

it("gives up nothing where all fits, and no more than it must where it does not", async () => {
  const setting = jest.spyOn(pdfmake, "createPdf").mockClear();
  await onePage(reportOf(2));
  expect(setting).toHaveBeenCalledTimes(1);

  const few = (await onePage(reportOf(1))).length;
  expect((await onePage(reportOf(64))).length).toBeGreaterThan(few);
});

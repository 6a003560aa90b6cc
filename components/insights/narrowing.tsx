import { monthText } from "@/lib/insights/cell-text";
import { pagePath } from "@/lib/insights/list-path";
import type { Frame, InsightPage, InsightsInput } from "@/lib/insights/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { FilterForm, type FilterValues } from "../ideas/filter-form";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { TreeOptions } from "../ui/tree-options";

/** What narrows the figures of a page: months, and parts of the organisation. A plain form; the address says what it says. */
export function Narrowing(props: { here: InsightPage; asked: InsightsInput; frame: Frame; voice: Voice }) {
  const { here, asked, frame } = props;
  const { t } = props.voice;
  const values: FilterValues = { from: [frame.from], to: [frame.to] };
  for (const name of ["department", "place", "category"] as const) if (asked[name]) values[name] = [asked[name]];
  const months = frame.choosable.map((month) => (
    <option key={month} value={month}>
      {monthText(month, props.voice)}
    </option>
  ));
  const any = t("insights.any");
  return (
    <FilterForm action={pagePath(here, {})} values={values} label={t("insights.narrow")}>
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 xl:grid-cols-[repeat(5,minmax(0,1fr))_auto] xl:group-data-live:grid-cols-5">
        <Select label="insights.from" name="from" defaultValue={frame.from}>
          {months}
        </Select>
        <Select label="insights.to" name="to" defaultValue={frame.to}>
          {months}
        </Select>
        <Select label="insights.department" name="department" defaultValue={asked.department ?? ""}>
          <TreeOptions none={any} branches={frame.choices.departments} />
        </Select>
        <Select label="insights.place" name="place" defaultValue={asked.place ?? ""}>
          <TreeOptions none={any} branches={frame.choices.places} />
        </Select>
        <Select label="insights.category" name="category" defaultValue={asked.category ?? ""}>
          <TreeOptions none={any} branches={frame.choices.categories} />
        </Select>
        <Button type="submit" className="group-data-live:hidden">
          {t("insights.show")}
        </Button>
      </div>
    </FilterForm>
  );
}

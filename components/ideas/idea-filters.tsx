import type { Choices } from "@/lib/ideas/schema";
import { filterStates, statusNames } from "@/lib/ideas/states";
import { localeNames, locales } from "@/lib/platform/i18n/locales";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { Translate, Voice } from "@/lib/platform/i18n/translate";
import { usualOrder } from "@/lib/ranking/orders";
import type { Facets } from "@/lib/search/schema";
import type { Unit } from "@/lib/settings/schema";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { controlStyle } from "../ui/control-style";
import { Search, SlidersHorizontal } from "../ui/icons";
import { Select } from "../ui/select";
import { TreeOptions } from "../ui/tree-options";
import { CompareLink } from "./compare-link";
import { FilterForm, type FilterValues } from "./filter-form";
import type { Shown } from "./list-path";
import { OrderTabs } from "./order-tabs";

/**
 * A list's search field, orders and filters. They work as a plain form; the address says what they say.
 *
 * @param ordered what the orders are links to, where it is not the same: with the words mended
 * @param facets how many ideas each choice would leave, where they were counted
 */
export function IdeaFilters(
  props: { shown: Shown; ordered: Shown; choices: Choices; facets: Facets | null; mayCompare: boolean } & Voice,
) {
  const { shown, ordered, choices, facets, mayCompare, t, format } = props;
  const { q, order, state = [], category, department, place, language, tag, author, following } = shown;
  const values: FilterValues = Object.fromEntries(
    Object.entries({ q, state, category, department, place, language, tag, author, following })
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, [value ?? []].flat()]),
  );
  if (order !== usualOrder(shown)) values.order = [order];
  const count = [category, department, place, language, tag, author, following].filter(Boolean).length + state.length;

  const told = (count: number | undefined) => (count ? format.number(count) : undefined);
  const counted = (choices: Unit[], counts: { id: string; count: number }[] = []) =>
    choices.map((unit) => ({ ...unit, count: told(counts.find(({ id }) => id === unit.id)?.count) }));
  const languages = locales.map((id) => ({
    id,
    name: localeNames[id],
    depth: 0,
    count: told(facets?.language.find(({ value }) => value === id)?.count),
  }));

  return (
    <FilterForm action="/ideas" values={values} label={t("search.filters")}>
      {values.order && <input type="hidden" name="order" defaultValue={order} />}
      {author && author !== "me" && <input type="hidden" name="author" defaultValue={author} />}
      <div className="flex gap-2">
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t("shell.search")}
          aria-keyshortcuts="/ Control+K Meta+K"
          placeholder={t("search.questionHint")}
          maxLength={300}
          className={`${controlStyle} h-control min-w-0 flex-1`}
        />
        <Button type="submit" aria-label={t("search.search")} variant="primary" className="max-sm:px-3">
          <Search aria-hidden />
          <span className="max-sm:sr-only">{t("search.search")}</span>
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <OrderTabs shown={ordered} t={t} />
        {mayCompare && <CompareLink categoryId={category} className="ms-auto sm:hidden" />}
        <details className="filters rounded-card open:basis-full open:border open:border-line open:bg-surface open:p-4 open:shadow-card sm:open:p-5">
          <summary className={buttonStyle({ variant: "secondary", size: "small", className: "list-none" })}>
            <SlidersHorizontal aria-hidden />
            {t("search.filters")}
            {count > 0 && (
              <span className="rounded-full bg-accent px-1.5 text-accent-ink text-xs tabular-nums leading-5">
                {count}
              </span>
            )}
          </summary>
          <p aria-hidden className="hidden font-semibold">
            {t("search.filters")}
          </p>
          <div className="mt-4 space-y-5">
            <fieldset className="min-w-0">
              <legend className="mb-2 font-medium text-sm">{t("ideas.status")}</legend>
              <div className="flex flex-wrap gap-2">
                {filterStates.map((status) => (
                  <Tick
                    key={status}
                    name="state"
                    value={status}
                    isOn={state.includes(status)}
                    count={told(facets?.state.find(({ value }) => value === status)?.count)}
                  >
                    {t(statusNames[status])}
                  </Tick>
                ))}
              </div>
            </fieldset>
            <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-1">
              <ChoiceSelect
                name="category"
                label="ideas.category"
                choices={counted(choices.categories, facets?.category)}
                value={category}
                t={t}
              />
              <ChoiceSelect
                name="department"
                label="ideas.department"
                choices={choices.departments}
                value={department}
                t={t}
              />
              <ChoiceSelect
                name="place"
                label="ideas.place"
                choices={counted(choices.places, facets?.place)}
                value={place}
                t={t}
              />
              <ChoiceSelect name="language" label="ideas.language" choices={languages} value={language} t={t} />
              <label className="block font-medium text-sm">
                {t("search.tag")}
                <input
                  name="tag"
                  defaultValue={tag}
                  maxLength={60}
                  className={`${controlStyle} mt-1.5 h-control font-normal`}
                />
              </label>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {(!author || author === "me") && (
                <Tick name="author" value="me" isOn={author === "me"}>
                  {t("search.mine")}
                </Tick>
              )}
              <Tick name="following" value="yes" isOn={following === "yes"}>
                {t("search.following")}
              </Tick>
              <Button type="submit" variant="primary" size="small" className="group-data-live:hidden">
                {t("search.apply")}
              </Button>
            </div>
          </div>
        </details>
      </div>
    </FilterForm>
  );
}

/** A box to tick that looks like what it will put on the list. */
function Tick(props: { name: string; value: string; isOn: boolean; count?: string; children: string }) {
  const { name, value, isOn, count, children } = props;
  return (
    <label className="inline-flex min-h-compact cursor-pointer items-center gap-2 rounded-full border border-line px-3 text-sm transition-colors hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-text has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isOn}
        className="size-4 accent-accent outline-none"
      />
      {children}
      {count && <span className="text-muted text-xs tabular-nums">{count}</span>}
    </label>
  );
}

/** Something to choose, and how many ideas that would leave, where it was counted. */
type Counted = Unit & { count?: string };

function ChoiceSelect(props: { name: string; label: MessageKey; choices: Counted[]; value?: string; t: Translate }) {
  const { name, label, choices, value, t } = props;
  if (choices.length === 0) return null;
  return (
    <Select name={name} label={label} defaultValue={value ?? ""}>
      <TreeOptions none={t("search.any")} branches={choices} />
    </Select>
  );
}

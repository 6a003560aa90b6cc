import type { ReactNode } from "react";
import type { Idea } from "@/lib/ideas/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { amountOf } from "./amount";
import { listPath } from "./list-path";
import { rateFigures, rateRange } from "./rate-said";
import { RateStrip } from "./rate-strip";

/** What an idea is filed under, each a link to the ideas beside it; what it would cost; what support it had elsewhere. */
export function IdeaFacts({ idea, t, format }: { idea: Idea } & Voice) {
  const { category, department, place, tags, estimate, support, supportRate } = idea;
  return (
    <dl className="grid grid-cols-2 gap-4 text-sm sm:grid-cols-3 lg:grid-cols-1">
      {supportRate && (
        <Fact name={t("ranking.rate")} isWide>
          <p className="font-medium tabular-nums">{rateRange(supportRate, format)}</p>
          <RateStrip {...supportRate} />
          <p className="text-muted text-xs">{t("ranking.seen", rateFigures(supportRate, format))}</p>
        </Fact>
      )}
      {support && (
        <Fact name={t("ideas.supportElsewhere")}>
          <p className="font-medium tabular-nums">
            {t("ideas.externalSupport", { count: support.supporters })}
            {support.opposed !== null && `, ${t("ideas.externalOpposed", { count: support.opposed })}`}
          </p>
          <p className="text-muted text-xs">{t("ideas.externalLead")}</p>
        </Fact>
      )}
      {estimate && (
        <Fact name={t("ideas.estimate")}>
          <p className="font-medium tabular-nums">{amountOf(estimate, format)}</p>
        </Fact>
      )}
      {category && (
        <Fact name={t("ideas.category")}>
          <FilterLink by="category" value={category.id} label={category.name} />
        </Fact>
      )}
      {department && (
        <Fact name={t("ideas.department")}>
          <FilterLink by="department" value={department.id} label={department.name} />
        </Fact>
      )}
      {place && (
        <Fact name={t("ideas.place")}>
          <FilterLink by="place" value={place.id} label={place.name} />
        </Fact>
      )}
      {tags.length > 0 && (
        <Fact name={t("ideas.tags")} isWide>
          <ul className="flex flex-wrap gap-1.5 pt-1">
            {tags.map((tag) => (
              <li key={tag} className="min-w-0">
                <a
                  href={listPath({ tag })}
                  className="inline-block max-w-full truncate rounded-full bg-sunken px-2.5 py-0.5 text-xs leading-5 pointer-coarse:py-2 pointer-coarse:px-3.5 hover:bg-accent-soft hover:text-accent-text"
                >
                  {tag}
                </a>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, isWide, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={isWide ? "col-span-full min-w-0" : "min-w-0"}>
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

function FilterLink({ by, value, label }: { by: "category" | "department" | "place"; value: string; label: string }) {
  return (
    <a href={listPath({ [by]: value })} className="rounded font-medium hover:text-accent-text hover:underline">
      {label}
    </a>
  );
}

import type { Term, TermGroup } from "@/lib/insights/glossary";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Card } from "../ui/card";

type Group = { group: TermGroup; terms: readonly Term[] };

/** Everything that figures are explained by, in groups, with a way to each at the top. */
export function GlossaryList({ groups, t }: { groups: Group[]; t: Translate }) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <nav aria-label={t("glossary.title")} className="text-sm lg:sticky lg:top-20">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 lg:flex-col">
          {groups.map(({ group }) => (
            <li key={group}>
              <a
                href={`#${group}`}
                className="inline-flex min-h-9 pointer-coarse:min-h-11 items-center rounded text-muted hover:text-ink hover:underline"
              >
                {t(`glossary.group_${group}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="space-y-6">
        {groups.map(({ group, terms }) => (
          <Card key={group}>
            <section aria-labelledby={group}>
              <h2 id={group} className="scroll-mt-24 font-semibold text-lg tracking-tight">
                {t(`glossary.group_${group}`)}
              </h2>
              <div className="mt-2 divide-y divide-line">
                {terms.map((term) => (
                  <Entry key={term} term={term} t={t} />
                ))}
              </div>
            </section>
          </Card>
        ))}
      </div>
    </div>
  );
}

function Entry({ term, t }: { term: Term; t: Translate }) {
  const parts = [
    { name: t("glossary.formula"), text: t(`glossary.formula_${term}`) },
    { name: t("glossary.source"), text: t(`glossary.source_${term}`) },
    { name: t("glossary.limit"), text: t(`glossary.limit_${term}`) },
  ];
  return (
    <article
      id={term}
      aria-labelledby={`${term}-name`}
      className="-mx-3 scroll-mt-24 rounded-control px-3 py-5 target:bg-accent-soft"
    >
      <h3 id={`${term}-name`} className="font-semibold">
        <a href={`#${term}`} className="rounded hover:underline">
          {t(`glossary.name_${term}`)}
        </a>
      </h3>
      <p className="mt-1 max-w-prose leading-relaxed">{t(`glossary.text_${term}`)}</p>
      <dl className="mt-3 grid max-w-prose gap-x-4 gap-y-2 text-sm sm:grid-cols-[9.5rem_minmax(0,1fr)]">
        {parts.map(({ name, text }) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="max-sm:mb-1">{text}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

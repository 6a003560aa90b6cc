import type { AnswerTemplate } from "@/lib/desk/schema";
import { kindNames } from "@/lib/ideas/states";
import { type Locale, localeNames, locales } from "@/lib/platform/i18n/locales";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { ChevronDown, Plus } from "../ui/icons";
import { TemplateForm } from "./template-form";

type Props = { templates: AnswerTemplate[]; open?: string | undefined; mayKeep: boolean; locale: Locale; t: Translate };

/** How answers can begin, by language, each with the form that changes it. */
export function TemplateList({ templates, open, mayKeep, locale, t }: Props) {
  return (
    <div className="max-w-3xl space-y-8">
      {locales.map((language) => (
        <Language
          key={language}
          language={language}
          templates={templates.filter((one) => one.language === language)}
          {...{ open, mayKeep, t }}
        />
      ))}
      {mayKeep && (
        <details className="group rounded-card border border-line bg-surface shadow-card">
          <summary className="flex min-h-11 list-none items-center gap-3 px-4 py-3 font-medium text-sm [&::-webkit-details-marker]:hidden [&_svg]:size-4.5">
            <Plus aria-hidden />
            {t("desk.newTemplate")}
          </summary>
          <div className="border-line border-t px-4 py-5">
            <TemplateForm locale={locale} />
          </div>
        </details>
      )}
    </div>
  );
}

function Language(props: { language: Locale } & Omit<Props, "locale">) {
  const { language, templates, open, mayKeep, t } = props;
  if (templates.length === 0) return null;
  return (
    <section aria-labelledby={`templates-${language}`}>
      <h2 id={`templates-${language}`} className="mb-2 font-semibold text-sm">
        {localeNames[language]}
      </h2>
      <div className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {templates.map((template) => (
          <details key={template.id} open={template.id === open} className="group">
            <summary className="-outline-offset-2 flex min-h-11 list-none items-center gap-3 px-4 py-2.5 text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden [&_svg]:size-4.5">
              <span className="flex-1 font-medium">{template.name}</span>
              {template.kind && kindNames[template.kind] && <Badge>{t(kindNames[template.kind] ?? "desk.kind")}</Badge>}
              <ChevronDown aria-hidden className="text-muted transition-transform group-open:rotate-180" />
            </summary>
            <div className="border-line border-t px-4 py-5">
              {mayKeep ? (
                <TemplateForm template={template} locale={language} />
              ) : (
                <p lang={language} className="whitespace-pre-line text-sm">
                  {template.body}
                </p>
              )}
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}

"use client";

import type { ComponentProps, ReactNode } from "react";
import type { Choices } from "@/lib/ideas/schema";
import { localeNames, locales } from "@/lib/platform/i18n/locales";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Unit } from "@/lib/settings/schema";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { RichText } from "../ui/rich-text";
import { Select } from "../ui/select";
import { TreeOptions } from "../ui/tree-options";
import type { IdeaValues } from "./idea-values";

type Name = keyof IdeaValues;

/** What the fields need of the form they stand in: their wiring, and what is wrong with them. */
export type FieldsOf = {
  register: (name: Name) => ComponentProps<"input"> & ComponentProps<"textarea"> & ComponentProps<"select">;
  errors: Partial<Record<Name, { message?: string }>>;
};

/**
 * Everything one fills in about an idea: what it says in the wide column, where it belongs in the narrow one.
 *
 * @param top what is wrong with the whole
 * @param beside what stands above the narrow column's fields; on a phone, between the text and them
 * @param below what one can do with it: the last thing on a phone, under the text on a wide screen
 */
export function IdeaFields(
  props: FieldsOf & { choices: Choices; top: ReactNode; beside?: ReactNode; below: ReactNode },
) {
  const { register, errors, choices, top, beside, below } = props;
  const t = useTranslations();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem] lg:grid-rows-[auto_1fr]">
      <div className="min-w-0 space-y-6">
        {top}
        <Card className="space-y-6">
          <Field
            label="ideas.title"
            hint="ideas.titleHint"
            error={errors.title?.message}
            maxLength={300}
            autoComplete="off"
            {...register("title")}
          />
          <RichText
            label="ideas.body"
            hint="ideas.bodyHint"
            optional
            error={errors.body?.message}
            {...register("body")}
          />
        </Card>
      </div>
      <div className="min-w-0 space-y-6 lg:row-span-2">
        {beside}
        <Card>
          <fieldset className="space-y-5">
            <legend className="float-left w-full font-semibold">{t("ideas.filingHeading")}</legend>
            <p className="clear-both -mt-4 text-muted text-sm">{t("ideas.filingLead")}</p>
            <ChoiceField name="categoryId" choices={choices.categories} register={register} errors={errors} />
            <ChoiceField name="departmentId" choices={choices.departments} register={register} errors={errors} />
            <ChoiceField name="placeId" choices={choices.places} register={register} errors={errors} />
            <Field
              label="ideas.tags"
              hint="ideas.tagsHint"
              error={errors.tags?.message}
              autoComplete="off"
              autoCapitalize="none"
              {...register("tags")}
            />
            <Select label="ideas.language" error={errors.language?.message} {...register("language")}>
              {locales.map((locale) => (
                <option key={locale} value={locale} lang={locale}>
                  {localeNames[locale]}
                </option>
              ))}
            </Select>
          </fieldset>
        </Card>
      </div>
      <div className="min-w-0 space-y-6">{below}</div>
    </div>
  );
}

const labels = { categoryId: "ideas.category", departmentId: "ideas.department", placeId: "ideas.place" } as const;

function ChoiceField(props: FieldsOf & { name: keyof typeof labels; choices: Unit[] }) {
  const { name, choices, register, errors } = props;
  const t = useTranslations();
  if (choices.length === 0) return null;
  return (
    <Select label={labels[name]} error={errors[name]?.message} {...register(name)}>
      <TreeOptions none={t("ideas.noChoice")} branches={choices} />
    </Select>
  );
}

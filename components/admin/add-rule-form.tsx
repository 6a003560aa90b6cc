"use client";

import { useActionState } from "react";
import type { Choices } from "@/lib/ideas/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { addRuleForm } from "@/lib/workflow/actions";
import type { Group, Load } from "@/lib/workflow/schema";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { TreeOptions } from "../ui/tree-options";

/** Adds a rule: what ideas are about, and to whom they go. */
export function AddRuleForm({ choices, groups, reviewers }: { choices: Choices; groups: Group[]; reviewers: Load[] }) {
  const t = useTranslations();
  const [before, post] = useActionState(addRuleForm, null);
  // The browser resets a list to what it began with after a refusal: a new key begins it with the choice.
  const tied = (name: string) => ({
    name,
    key: before?.values[name] ?? "",
    defaultValue: before?.values[name] ?? "",
    error: before?.fields[name],
  });
  const { key: categoryKey, ...category } = tied("categoryId");
  const { key: departmentKey, ...department } = tied("departmentId");
  const { key: placeKey, ...place } = tied("placeId");
  const { key: toKey, ...to } = tied("to");
  return (
    <form action={post} className="space-y-3 border-line border-t pt-4">
      <FormRefusal before={before} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Select key={`category ${categoryKey}`} label="ideas.category" {...category}>
          <TreeOptions none={t("routing.any")} branches={choices.categories} />
        </Select>
        <Select key={`department ${departmentKey}`} label="ideas.department" {...department}>
          <TreeOptions none={t("routing.any")} branches={choices.departments} />
        </Select>
        <Select key={`place ${placeKey}`} label="ideas.place" {...place}>
          <TreeOptions none={t("routing.any")} branches={choices.places} />
        </Select>
        <Select key={`to ${toKey}`} label="routing.goesTo" required {...to}>
          <option value="" />
          {groups.length > 0 && (
            <optgroup label={t("routing.toGroups")}>
              {groups.map(({ id, name }) => (
                <option key={id} value={`group:${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={t("routing.toPeople")}>
            {reviewers.map(({ id, name }) => (
              <option key={id} value={`person:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </Select>
      </div>
      <SubmitButton variant="secondary">{t("routing.add")}</SubmitButton>
    </form>
  );
}

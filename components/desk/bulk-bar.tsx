"use client";

import { useActionState, useState } from "react";
import { moveTogetherForm } from "@/lib/desk/actions";
import type { AnswerTemplate, Candidate, Dealt } from "@/lib/desk/schema";
import { demands } from "@/lib/ideas/states";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Answer } from "@/lib/platform/outcome";
import { buttonStyle } from "../ui/button-style";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { OwnerSelect } from "./assign-form";
import { DealtList } from "./dealt-list";
import { deedNames } from "./deed-names";
import { KindSelect } from "./kind-select";
import { ReasonField } from "./reason-field";

/** Where several ideas of the queue can go at once. */
const targets = ["in_review", "declined", "accepted", "archived"] as const;

type Target = (typeof targets)[number];

/**
 * Moves the ideas that are ticked in the list, all for one reason, and says what became of each. The ticks are fields of
 * this form; without JavaScript it simply shows every field.
 */
export function BulkBar({ templates, candidates }: { templates: AnswerTemplate[]; candidates: Candidate[] }) {
  const t = useTranslations();
  const [to, setTo] = useState<Target>("declined");
  const [answer, post] = useActionState<Answer<Dealt[]>, FormData>(moveTogetherForm, null);
  const before = answer && "reason" in answer ? answer : null;
  const start = (name: string) => before?.values[name] ?? "";
  const error = (name: string) => (before?.fields[name] ? { error: before.fields[name] } : {});
  const needs = new Set<string>(demands[to]);
  return (
    <>
      {answer && "data" in answer && <DealtList dealt={answer.data} />}
      <details
        open={before ? true : undefined}
        className="rounded-card border border-line bg-surface shadow-card md:group-has-[ol_input:checked]/queue:bottom-4 group-has-[ol_input:checked]/queue:sticky group-has-[ol_input:checked]/queue:bottom-20 group-has-[ol_input:checked]/queue:z-10 group-has-[ol_input:checked]/queue:border-accent group-has-[ol_input:checked]/queue:shadow-raised"
      >
        <summary className={buttonStyle({ variant: "ghost", className: "w-full list-none justify-start!" })}>
          {t("desk.bulk")}
        </summary>
        <form
          action={post}
          id="bulk"
          noValidate
          key={before ? JSON.stringify(before.values) : "first"}
          className="grid max-h-[60dvh] gap-4 overflow-y-auto border-line border-t p-4 sm:grid-cols-2"
        >
          <div className="space-y-4 sm:col-span-2">
            <FormRefusal before={before} />
            {before?.fields.chosen && (
              <p role="alert" className="text-danger-text text-sm">
                {t(before.fields.chosen)}
              </p>
            )}
          </div>
          <Select
            label="desk.bulkTo"
            name="to"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value as Target)}
          >
            {targets.map((one) => (
              <option key={one} value={one}>
                {t(deedNames[one].title)}
              </option>
            ))}
          </Select>
          {needs.has("kind") && <KindSelect defaultValue={start("kind")} {...error("kind")} />}
          {needs.has("ownerId") && (
            <OwnerSelect candidates={candidates} mayBeNobody defaultValue={start("ownerId")} {...error("ownerId")} />
          )}
          {needs.has("nextOn") && (
            <Field label="desk.nextOn" type="date" name="nextOn" defaultValue={start("nextOn")} {...error("nextOn")} />
          )}
          <div className="sm:col-span-2">
            <ReasonField
              label={needs.has("reason") ? "desk.bulkReason" : "desk.reasonOptional"}
              templates={templates}
              defaultValue={start("reason")}
              {...error("reason")}
            />
          </div>
          <div>
            <SubmitButton>{t("desk.bulkNow")}</SubmitButton>
          </div>
        </form>
      </details>
    </>
  );
}

"use client";

import { useActionState } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Answer } from "@/lib/platform/outcome";
import { createTokenForm } from "@/lib/settings/actions";
import { tokenDays, tokenUses } from "@/lib/settings/schema";
import { Banner } from "../ui/banner";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";

const names = { read: "settings.use_read", write: "settings.use_write", "read,write": "settings.use_both" } as const;

/** Makes a token, and shows its secret this once. */
export function TokenForm() {
  const t = useTranslations();
  const [answer, post] = useActionState<Answer<{ secret: string }>, FormData>(createTokenForm, null);
  const refusal = answer && "reason" in answer ? answer : null;
  return (
    <form action={post} className="space-y-4">
      {answer && "data" in answer && <Secret secret={answer.data.secret} />}
      <FormRefusal before={refusal} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <Field
          label="settings.tokenName"
          name="name"
          required
          maxLength={100}
          error={refusal?.fields.name}
          defaultValue={refusal?.values.name}
        />
        <Select label="settings.tokenUse" name="use">
          {tokenUses.map((use) => (
            <option key={use} value={use}>
              {t(names[use])}
            </option>
          ))}
        </Select>
        <Select label="settings.tokenDays" name="days" defaultValue="90">
          {tokenDays.map((days) => (
            <option key={days} value={days}>
              {t("settings.days", { days })}
            </option>
          ))}
        </Select>
      </div>
      <SubmitButton>{t("settings.createToken")}</SubmitButton>
    </form>
  );
}

function Secret({ secret }: { secret: string }) {
  const t = useTranslations();
  return (
    <Banner tone="success">
      <p>{t("settings.secretOnce")}</p>
      <code className="mt-2 block select-all break-all rounded-control bg-surface px-3 py-2 font-mono text-ink">
        {secret}
      </code>
    </Banner>
  );
}

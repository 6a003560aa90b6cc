"use client";

import { type ComponentProps, useRef } from "react";
import type { AnswerTemplate } from "@/lib/desk/schema";
import { kindNames } from "@/lib/ideas/states";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";

type Props = {
  label: MessageKey;
  hint?: MessageKey;
  templates: AnswerTemplate[];
  optional?: boolean;
  error?: string;
} & Pick<ComponentProps<"textarea">, "defaultValue">;

/** Marks the first gap, so that typing fills it. */
function markGap(field: HTMLTextAreaElement): void {
  field.focus();
  const gap = /\[\[[^\]]*\]\]/.exec(field.value);
  if (gap) field.setSelectionRange(gap.index, gap.index + gap[0].length);
}

/** Where an answer is written. It can begin with a template, whose gaps then wait to be filled. */
export function ReasonField({ templates, hint = "desk.reasonHint", ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const t = useTranslations();

  function begin(id: string) {
    const template = templates.find((one) => one.id === id);
    if (!field.current || !template) return;
    const typed = field.current.value.trim();
    field.current.value = typed ? `${typed}\n\n${template.body}` : template.body;
    markGap(field.current);
  }

  return (
    <div className="space-y-2">
      <Textarea ref={field} name="reason" rows={4} hint={hint} {...rest} />
      {templates.length > 0 && (
        <Select label="desk.beginWith" value="" onChange={(event) => begin(event.currentTarget.value)}>
          <option value="">{t("desk.noTemplate")}</option>
          {templates.map(({ id, name, kind }) => (
            <option key={id} value={id}>
              {kind && kindNames[kind] ? `${name} (${t(kindNames[kind])})` : name}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

"use client";

import { useActionState } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { addGroupForm, addMemberForm, removeGroupForm, renameGroupForm } from "@/lib/workflow/actions";
import type { Load } from "@/lib/workflow/schema";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Pencil } from "../ui/icons";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";

/** Founds a group. */
export function AddGroupForm() {
  const t = useTranslations();
  const [before, post] = useActionState(addGroupForm, null);
  return (
    <form action={post} className="space-y-3 border-line border-t pt-4">
      <FormRefusal before={before} />
      <Field
        label="routing.groupName"
        name="name"
        required
        maxLength={120}
        error={before?.fields.name}
        defaultValue={before?.values.name}
      />
      <SubmitButton variant="secondary">{t("routing.addGroup")}</SubmitButton>
    </form>
  );
}

/** Puts somebody into a group; nothing where everybody is in it. */
export function AddMemberForm({ groupId, reviewers }: { groupId: string; reviewers: Load[] }) {
  const t = useTranslations();
  const [before, post] = useActionState(addMemberForm, null);
  if (reviewers.length === 0) return null;
  return (
    <form action={post} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
      <input type="hidden" name="groupId" value={groupId} />
      <Select label="routing.member" name="personId" error={before?.fields.personId}>
        {reviewers.map(({ id, name, open }) => (
          <option key={id} value={id}>
            {`${name} (${t("routing.open", { count: open })})`}
          </option>
        ))}
      </Select>
      <SubmitButton variant="secondary">{t("routing.addMember")}</SubmitButton>
    </form>
  );
}

/** A group's name, and behind it the ways to change it or to dissolve the group. */
export function ChangeGroupForms({ group }: { group: { id: string; name: string } }) {
  const t = useTranslations();
  const [renamed, rename] = useActionState(renameGroupForm, null);
  const [removed, remove] = useActionState(removeGroupForm, null);
  return (
    <details open={Boolean(renamed ?? removed)}>
      <summary className="flex min-h-9 pointer-coarse:min-h-11 cursor-pointer list-none items-center justify-between gap-3 rounded-control">
        <h3 className="font-semibold text-sm">{group.name}</h3>
        <span className="sr-only">{t("routing.rename")}</span>
        <Pencil aria-hidden className="size-4 shrink-0 text-muted" />
      </summary>
      <div className="space-y-3 pt-2 pb-3">
        <FormRefusal before={renamed ?? removed} />
        <form action={rename} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
          <input type="hidden" name="groupId" value={group.id} />
          <Field
            label="routing.groupName"
            name="name"
            required
            maxLength={120}
            error={renamed?.fields.name}
            defaultValue={renamed?.values.name ?? group.name}
          />
          <SubmitButton variant="secondary">{t("routing.rename")}</SubmitButton>
        </form>
        <form action={remove}>
          <input type="hidden" name="groupId" value={group.id} />
          <SubmitButton variant="ghost" size="small">
            {t("routing.removeGroup")}
          </SubmitButton>
        </form>
      </div>
    </details>
  );
}

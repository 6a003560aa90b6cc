"use client";

import { beginDeliveryForm, changeDeliveryForm } from "@/lib/delivery/actions";
import type { Named } from "@/lib/ideas/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { useKeptForm } from "./use-kept-form";

type Tied = ReturnType<typeof useKeptForm>["tied"];

function AboutFields({ owners, tied }: { owners: Named[]; tied: Tied }) {
  return (
    <>
      <Field label="delivery.name" required maxLength={120} {...tied("title")} />
      <Select label="delivery.owner" hint="delivery.ownerHint" {...tied("ownerId")}>
        {owners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="delivery.startsOn" type="date" required {...tied("startsOn")} />
        <Field label="delivery.dueOn" type="date" required {...tied("dueOn")} />
      </div>
      <Field
        label="delivery.workUrl"
        hint="delivery.workUrlHint"
        type="url"
        optional
        maxLength={1_000}
        placeholder="https://"
        {...tied("workUrl")}
      />
    </>
  );
}

/** Begins to deliver an idea. `newId` is a random UUID, so that the form sent twice begins one delivery. */
export function BeginForm(props: {
  ideaId: string;
  newId: string;
  owners: Named[];
  start: { title: string; ownerId: string; startsOn: string };
}) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(beginDeliveryForm, props.start);
  return (
    <form action={post} className="space-y-5">
      <FormRefusal before={before} />
      <input type="hidden" name="ideaId" value={props.ideaId} />
      <input type="hidden" name="deliveryId" value={before?.values.deliveryId ?? props.newId} />
      <AboutFields owners={props.owners} tied={tied} />
      <SubmitButton>{t("delivery.begin")}</SubmitButton>
    </form>
  );
}

/** Calls a delivery differently, gives it to somebody else, or moves its days. */
export function ChangeForm(props: {
  deliveryId: string;
  version: number;
  owners: Named[];
  start: { title: string; ownerId: string; startsOn: string; dueOn: string; workUrl: string | null };
}) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(changeDeliveryForm, props.start);
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={props.deliveryId} />
      <input type="hidden" name="version" value={props.version} />
      <AboutFields owners={props.owners} tied={tied} />
      <SubmitButton variant="secondary">{t("delivery.save")}</SubmitButton>
    </form>
  );
}

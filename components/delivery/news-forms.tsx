"use client";

import {
  addIdeaForm,
  addMilestoneForm,
  endDeliveryForm,
  reopenDeliveryForm,
  reportDeliveryForm,
} from "@/lib/delivery/actions";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Field } from "../ui/field";
import { FormRefusal } from "../ui/form-refusal";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { Textarea } from "../ui/textarea";
import { useKeptForm } from "./use-kept-form";

/** Tells how far a delivery has come, and what there is to say. `newId` is a random UUID for the news. */
export function ReportForm({ deliveryId, newId, progress }: { deliveryId: string; newId: string; progress: number }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(reportDeliveryForm, { progress: String(progress) });
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <input type="hidden" name="updateId" value={before?.values.updateId ?? newId} />
      <Field label="delivery.percent" type="number" min={0} max={100} required {...tied("progress")} />
      <Textarea label="delivery.news" hint="delivery.newsHint" optional rows={4} maxLength={5_000} {...tied("body")} />
      <Field label="delivery.nextOn" type="date" optional {...tied("nextOn")} />
      <SubmitButton>{t("delivery.tell")}</SubmitButton>
    </form>
  );
}

/** Puts something on the way that is to be there by a day. `newId` is a random UUID for it. */
export function MilestoneForm({ deliveryId, newId }: { deliveryId: string; newId: string }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(addMilestoneForm);
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <input type="hidden" name="milestoneId" value={before?.values.milestoneId ?? newId} />
      <Field label="delivery.milestone" required maxLength={120} {...tied("name")} />
      <Field label="delivery.dueOn" type="date" required {...tied("dueOn")} />
      <SubmitButton variant="secondary">{t("delivery.addMilestone")}</SubmitButton>
    </form>
  );
}

/** Has a delivery bring about another idea as well. */
export function AddIdeaForm({ deliveryId }: { deliveryId: string }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(addIdeaForm);
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <Field label="delivery.ideaLink" hint="delivery.ideaLinkHint" required maxLength={500} {...tied("idea")} />
      <SubmitButton variant="secondary">{t("delivery.addIdea")}</SubmitButton>
    </form>
  );
}

/** Ends a delivery: done in full or in part, or given up. */
export function EndForm({ deliveryId, version }: { deliveryId: string; version: number }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(endDeliveryForm);
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <input type="hidden" name="version" value={version} />
      <Select label="delivery.how" {...tied("how")}>
        <option value="fully">{t("delivery.endFully")}</option>
        <option value="partly">{t("delivery.endPartly")}</option>
        <option value="stopped">{t("delivery.endStopped")}</option>
      </Select>
      <Textarea label="delivery.lastWords" hint="delivery.lastWordsHint" optional rows={4} {...tied("body")} />
      <Field label="delivery.nextOn" hint="delivery.nextOnHint" type="date" optional {...tied("nextOn")} />
      <SubmitButton variant="secondary">{t("delivery.end")}</SubmitButton>
    </form>
  );
}

/** Takes a delivery up again that is not done after all. */
export function ReopenForm({ deliveryId, version }: { deliveryId: string; version: number }) {
  const t = useTranslations();
  const { before, post, tied } = useKeptForm(reopenDeliveryForm);
  return (
    <form action={post} className="space-y-4">
      <FormRefusal before={before} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <input type="hidden" name="version" value={version} />
      <Field label="delivery.percent" type="number" min={0} max={100} required {...tied("progress")} />
      <Textarea label="delivery.resumeWhy" hint="delivery.resumeHint" required rows={4} {...tied("body")} />
      <Field label="delivery.nextOn" type="date" optional {...tied("nextOn")} />
      <SubmitButton variant="secondary">{t("delivery.resume")}</SubmitButton>
    </form>
  );
}

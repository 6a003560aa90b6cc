"use client";

import { decideForm } from "@/lib/desk/actions";
import type { AnswerTemplate, Candidate, DraftedAnswer } from "@/lib/desk/schema";
import { type Demand, demands, extents, type filterStates, kindNames } from "@/lib/ideas/states";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { FilePen } from "../ui/icons";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import { OwnerSelect } from "./assign-form";
import { type Deed, deedNames } from "./deed-names";
import { DeskForm } from "./desk-form";
import { KindSelect } from "./kind-select";
import { ReasonField } from "./reason-field";
import { useDeskForm } from "./use-desk-form";

/** A state that a reviewer can move an idea to. */
export type Target = (typeof filterStates)[number];

type Asked = Demand | "revisitOn";

/** What the form of a move asks for, besides what the move demands. */
const alsoAsks: Partial<Record<Target, Asked[]>> = {
  declined: ["revisitOn"],
  in_progress: ["nextOn"],
};

/** What every form of the review side is given. */
export type Deskwork = {
  ideaId: string;
  version: number;
  ownerId: string | null;
  candidates: Candidate[];
  templates: AnswerTemplate[];
  draft: DraftedAnswer | null;
  /** Where to go when the idea is dealt with: to the next one. */
  onward: string;
  /** This page. */
  stay: string;
};

/** A move with everything it demands. It can go out at once or be kept and published with others. */
export function DecisionForm({ to, work }: { to: Target; work: Deskwork }) {
  const { ideaId, version, ownerId, candidates, templates, onward } = work;
  const t = useTranslations();
  const state = useDeskForm(decideForm, version);
  const { startOf, errorOf } = state;
  const draft = work.draft?.to === to ? work.draft : null;
  const needed = new Set<Asked>(demands[to]);
  const asks = (field: Asked) => needed.has(field) || alsoAsks[to]?.includes(field);
  const isOptional = (field: Asked) => (needed.has(field) ? {} : { optional: true });

  return (
    <DeskForm ideaId={ideaId} onward={onward} state={state}>
      <input type="hidden" name="to" value={to} />
      {asks("kind") && <KindSelect defaultValue={startOf("kind", draft?.kind)} {...errorOf("kind")} />}
      {asks("extent") && (
        <Select
          label="desk.extent"
          name="extent"
          defaultValue={startOf("extent", draft?.extent)}
          {...errorOf("extent")}
        >
          <option value="">{t("desk.choose")}</option>
          {extents.map((extent) => (
            <option key={extent} value={extent}>
              {t(kindNames[extent] ?? "desk.choose")}
            </option>
          ))}
        </Select>
      )}
      {asks("ownerId") && (
        <OwnerSelect
          candidates={candidates}
          defaultValue={startOf("ownerId", draft?.ownerId ?? ownerId ?? candidates[0]?.id)}
          {...errorOf("ownerId")}
        />
      )}
      {asks("nextOn") && (
        <Field
          label="desk.nextOn"
          type="date"
          name="nextOn"
          defaultValue={startOf("nextOn", draft?.nextOn)}
          {...isOptional("nextOn")}
          {...errorOf("nextOn")}
        />
      )}
      <ReasonField
        label={needed.has("reason") ? "desk.reason" : "desk.reasonOptional"}
        templates={templates.filter(({ kind }) => !kind || to === "declined")}
        defaultValue={startOf("reason", draft?.reason)}
        {...isOptional("reason")}
        {...errorOf("reason")}
      />
      {asks("revisitOn") && (
        <Field
          label="desk.revisitOn"
          hint="desk.revisitHint"
          type="date"
          name="revisitOn"
          defaultValue={startOf("revisitOn", draft?.revisitOn)}
          optional
          {...errorOf("revisitOn")}
        />
      )}
      <Submit deed={to} />
    </DeskForm>
  );
}

/** Sends it now, or keeps it. */
export function Submit({ deed }: { deed: Deed }) {
  const t = useTranslations();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SubmitButton aria-keyshortcuts="Control+Enter Meta+Enter">{t(deedNames[deed].now)}</SubmitButton>
      <Button type="submit" name="keep" value="draft" variant="ghost" title={t("desk.keepHint")}>
        <FilePen aria-hidden />
        {t("desk.keep")}
      </Button>
    </div>
  );
}

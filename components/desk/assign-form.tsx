"use client";

import type { ComponentProps } from "react";
import { assignIdeaForm } from "@/lib/desk/actions";
import type { Candidate } from "@/lib/desk/schema";
import type { Named } from "@/lib/ideas/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Select } from "../ui/select";
import { SubmitButton } from "../ui/submit-button";
import type { Deskwork } from "./decision-form";
import { DeskForm } from "./desk-form";
import { useDeskForm } from "./use-desk-form";

/** Who answers for an idea: whoever knows the field and has least to do stands first. */
export function OwnerSelect(
  props: { candidates: Candidate[]; mayBeNobody?: boolean; error?: string } & Pick<
    ComponentProps<"select">,
    "defaultValue"
  >,
) {
  const { candidates, mayBeNobody = false, ...rest } = props;
  const t = useTranslations();
  return (
    <Select label="desk.owner" name="ownerId" {...rest}>
      {(mayBeNobody || candidates.length === 0) && <option value="">{t("desk.nobodyYet")}</option>}
      {candidates.map(({ id, name, load, isSuggested }) => (
        <option key={id} value={id}>
          {t(isSuggested ? "desk.ownerSuggested" : "desk.ownerLoad", { name, count: load })}
        </option>
      ))}
    </Select>
  );
}

/** Hands an idea to somebody, or to a group. */
export function AssignForm({ work, groups, group }: { work: Deskwork; groups: Named[]; group: Named | null }) {
  const { ideaId, version, ownerId, candidates, onward } = work;
  const t = useTranslations();
  const state = useDeskForm(assignIdeaForm, version);
  const { startOf, errorOf } = state;
  return (
    <DeskForm ideaId={ideaId} onward={onward} state={state}>
      <OwnerSelect
        candidates={candidates}
        mayBeNobody
        defaultValue={startOf("ownerId", ownerId ?? candidates[0]?.id)}
        {...errorOf("ownerId")}
      />
      {groups.length > 0 && (
        <Select label="desk.group" name="groupId" defaultValue={startOf("groupId", group?.id)} {...errorOf("groupId")}>
          <option value="">{t("desk.noGroup")}</option>
          {groups.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <SubmitButton>{t("desk.nowAssign")}</SubmitButton>
    </DeskForm>
  );
}

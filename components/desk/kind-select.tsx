import type { ComponentProps } from "react";
import { declineKinds, kindNames } from "@/lib/ideas/states";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Select } from "../ui/select";

/** Why an idea is declined, roughly; the answer says it in words. */
export function KindSelect(props: Pick<ComponentProps<typeof Select>, "defaultValue" | "error">) {
  const t = useTranslations();
  return (
    <Select label="desk.kind" name="kind" {...props}>
      <option value="">{t("desk.choose")}</option>
      {declineKinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(kindNames[kind] ?? "desk.choose")}
        </option>
      ))}
    </Select>
  );
}

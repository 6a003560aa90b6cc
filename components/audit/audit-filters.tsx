import Form from "next/form";
import { vias } from "@/lib/audit/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Button, ButtonLink } from "../ui/button";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { auditFilePath, type Shown } from "./audit-path";

/** What narrows the log, as a plain form: the address says what it says. Beside it the way to save what it shows. */
export function AuditFilters(props: { shown: Shown; types: { type: string; what: string }[]; t: Translate }) {
  const { shown, types, t } = props;
  return (
    <Form
      key={JSON.stringify(shown)}
      action="/admin/audit"
      role="search"
      aria-label={t("audit.filters")}
      className="space-y-4 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <div className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-3">
        <Field
          label="settings.auditPerson"
          name="person"
          defaultValue={shown.person}
          placeholder={t("audit.personHint")}
          maxLength={200}
        />
        <Select label="settings.auditKind" name="type" defaultValue={shown.type ?? ""}>
          <option value="">{t("audit.any")}</option>
          {types.map(({ type, what }) => (
            <option key={type} value={type}>
              {what}
            </option>
          ))}
        </Select>
        <Field
          label="settings.auditAbout"
          name="about"
          defaultValue={shown.about}
          placeholder={t("audit.aboutHint")}
          maxLength={500}
        />
        <Select label="settings.auditDoor" name="via" defaultValue={shown.via ?? ""}>
          <option value="">{t("audit.any")}</option>
          {vias.map((via) => (
            <option key={via} value={via}>
              {t(`audit.via_${via}`)}
            </option>
          ))}
        </Select>
        <Field label="settings.auditFrom" name="from" type="date" defaultValue={shown.from} />
        <Field label="settings.auditTo" name="to" type="date" defaultValue={shown.to} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary">
          {t("audit.apply")}
        </Button>
        {Object.values(shown).some(Boolean) && (
          <ButtonLink href="/admin/audit" variant="ghost">
            {t("audit.reset")}
          </ButtonLink>
        )}
        <ButtonLink href={auditFilePath(shown)} download className="sm:ms-auto">
          {t("audit.download")}
        </ButtonLink>
      </div>
    </Form>
  );
}

import { z } from "zod";
import { page } from "@/app/door";
import { AddPersonForm } from "@/components/admin/add-person-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listLevels } from "@/lib/people/levels";
import { translator } from "@/lib/platform/i18n/translate";
import { listUnits } from "@/lib/settings/units";

export default page(z.object({}), async (actor) => {
  const [{ department, place }, levels] = await Promise.all([listUnits(actor), listLevels(actor)]);
  const t = translator(actor.locale);
  return (
    <div className="max-w-2xl space-y-4">
      <title>{`${t("people.add")} · Tormenta`}</title>
      <Breadcrumb above={[{ href: "/admin/people", label: t("people.people") }]} here={t("people.add")} t={t} />
      <PageHeader title={t("people.add")} lead={t("people.addLead")} />
      <Card>
        <AddPersonForm departments={department} places={place} levels={levels} />
      </Card>
    </div>
  );
});

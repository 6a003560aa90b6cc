import { page } from "@/app/door";
import { ChangePersonForm } from "@/components/admin/change-person-form";
import { SuspendForm } from "@/components/admin/suspend-form";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { listLevels } from "@/lib/people/levels";
import { findPerson } from "@/lib/people/queries";
import { personAddress } from "@/lib/people/schema";
import { translator } from "@/lib/platform/i18n/translate";
import { listUnits } from "@/lib/settings/units";

export default page(personAddress, async (actor, { personId, saved }) => {
  const person = await findPerson(actor, personId);
  const [{ department, place }, levels] = await Promise.all([listUnits(actor), listLevels(actor)]);
  const t = translator(actor.locale);
  return (
    <div className="max-w-2xl space-y-4">
      <title>{`${person.name} · Tormenta`}</title>
      <Breadcrumb above={[{ href: "/admin/people", label: t("people.people") }]} here={person.name} t={t} />
      <PageHeader
        title={person.name}
        lead={person.email}
        actions={person.status === "suspended" && <Badge tone="danger">{t("people.suspended")}</Badge>}
      />
      {saved && <Banner tone="success">{t("people.saved")}</Banner>}
      <Card>
        <ChangePersonForm
          person={person}
          departments={department}
          places={place}
          levels={levels}
          key={JSON.stringify(person)}
        />
      </Card>
      {personId !== actor.id && (
        <Card>
          <SuspendForm person={person} />
        </Card>
      )}
    </div>
  );
});

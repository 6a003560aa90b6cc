import { z } from "zod";
import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { UnitSection } from "@/components/admin/unit-section";
import { translator } from "@/lib/platform/i18n/translate";
import { listUnits } from "@/lib/settings/units";

export default page(z.object({}), async (actor) => {
  const units = await listUnits(actor);
  const t = translator(actor.locale);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{`${t("settings.organisation")} · Tormenta`}</title>
      <AdminTabs here="organisation" t={t} />
      <UnitSection kind="department" title="settings.departments" units={units.department} />
      <UnitSection kind="place" title="settings.places" units={units.place} />
      <UnitSection kind="category" title="settings.categories" units={units.category} />
    </div>
  );
});

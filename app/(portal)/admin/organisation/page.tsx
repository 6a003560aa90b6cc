import { z } from "zod";
import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { LevelSection } from "@/components/admin/level-section";
import { UnitSection } from "@/components/admin/unit-section";
import { listLevels } from "@/lib/people/levels";
import { translator } from "@/lib/platform/i18n/translate";
import { listUnits } from "@/lib/settings/units";

export default page(z.object({}), async (actor) => {
  const [units, levels] = await Promise.all([listUnits(actor), listLevels(actor)]);
  const t = translator(actor.locale);
  return (
    <div className="space-y-6">
      <title>{`${t("settings.organisation")} · Tormenta`}</title>
      <AdminTabs here="organisation" t={t} />
      <div className="grid items-start gap-6 lg:grid-cols-2 2xl:grid-cols-3">
        <UnitSection kind="department" title="settings.departments" units={units.department} />
        <UnitSection kind="place" title="settings.places" units={units.place} />
        <UnitSection kind="category" title="settings.categories" units={units.category} />
        <LevelSection levels={levels} />
      </div>
    </div>
  );
});

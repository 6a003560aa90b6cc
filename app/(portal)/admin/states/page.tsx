import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { StateList } from "@/components/admin/state-list";
import { Banner } from "@/components/ui/banner";
import { statesAddress } from "@/lib/ideas/schema";
import { listStateWords } from "@/lib/ideas/state-words";
import { translator } from "@/lib/platform/i18n/translate";

export default page(statesAddress, async (actor, { saved }) => {
  const states = await listStateWords(actor);
  const t = translator(actor.locale);
  return (
    <div className="space-y-4">
      <title>{`${t("settings.states")} · Tormenta`}</title>
      <AdminTabs here="states" t={t} />
      {saved && <Banner tone="success">{t("settings.stateSaved")}</Banner>}
      <p className="max-w-prose text-muted text-sm">{t("settings.statesLead")}</p>
      <StateList states={states} open={saved} />
    </div>
  );
});

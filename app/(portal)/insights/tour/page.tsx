import { z } from "zod";
import { page } from "@/app/door";
import { TourList } from "@/components/insights/tour-list";
import { tourPath } from "@/components/insights/tour-steps";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { requireTour } from "@/lib/insights/tour";
import { translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  requireTour(actor);
  const t = translator(actor.locale);
  return (
    <div className="max-w-3xl">
      <title>{`${t("tour.title")} · Tormenta`}</title>
      <PageHeader
        title={t("tour.title")}
        lead={t("tour.lead")}
        actions={<ButtonLink href={tourPath(1)}>{t("tour.begin")}</ButtonLink>}
      />
      <TourList t={t} />
    </div>
  );
});

import { z } from "zod";
import { page } from "@/app/door";
import { DeskBack } from "@/components/desk/desk-back";
import { PairView } from "@/components/duplicates/pair-view";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Merge } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { findPair } from "@/lib/duplicates/pairs";
import { canBecomePart } from "@/lib/duplicates/twins";
import { translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const t = translator(actor.locale);
  const pair = await findPair(actor);
  return (
    <>
      <title>{`${t("duplicates.title")} · Tormenta`}</title>
      <DeskBack here={t("duplicates.title")} t={t} />
      <PageHeader title={t("duplicates.title")} lead={pair ? t("duplicates.rest", { count: pair.rest }) : undefined} />
      {pair ? (
        <PairView
          key={pair.one.id + pair.other.id}
          pair={pair}
          mayStay={[canBecomePart(pair.other, pair.one), canBecomePart(pair.one, pair.other)]}
        />
      ) : (
        <EmptyState
          icon={<Merge />}
          title={t("duplicates.none")}
          action={<ButtonLink href="/review">{t("duplicates.toQueue")}</ButtonLink>}
        >
          {t("duplicates.noneText")}
        </EmptyState>
      )}
    </>
  );
});

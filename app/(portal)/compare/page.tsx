import { page } from "@/app/door";
import { CompareHeader } from "@/components/comparisons/compare-header";
import { PairArena } from "@/components/comparisons/pair-arena";
import { askForPair } from "@/lib/comparisons/commands";
import { findPairAgain } from "@/lib/comparisons/queries";
import { pairAddress } from "@/lib/comparisons/schema";
import { shownSheet } from "@/lib/comparisons/shown-sheet";
import { listChoices } from "@/lib/ideas/queries";
import { translator } from "@/lib/platform/i18n/translate";

export default page(pairAddress, async (actor, { category, again }) => {
  const t = translator(actor.locale);
  const { categories } = await listChoices(actor);
  const among = categories.find(({ id }) => id === category);
  const categoryId = among?.id ?? null;
  const earlier = again ? await findPairAgain(actor, again) : null;
  const sheet = earlier?.pair ? earlier : await askForPair(actor, { categoryId });

  return (
    <>
      <title>{`${t("comparisons.title")} · Tormenta`}</title>
      <CompareHeader among={among} categories={categories} t={t} />
      <PairArena sheet={shownSheet(sheet)} categoryId={categoryId} isAgain={earlier?.pair != null} />
    </>
  );
});

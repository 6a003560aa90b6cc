import { comparePath } from "@/lib/comparisons/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { ButtonLink } from "../ui/button";
import { Scale } from "../ui/icons";

/** The way from a list to comparing two of its ideas. */
export function CompareLink({ categoryId = null, className }: { categoryId?: string | null; className?: string }) {
  return (
    <ButtonLink href={comparePath({ categoryId })} size="small" className={className}>
      <Scale aria-hidden />
      {useTranslations()("search.compareTwo")}
    </ButtonLink>
  );
}

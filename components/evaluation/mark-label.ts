import type { Criterion } from "@/lib/evaluation/schema";
import type { Translate } from "@/lib/platform/i18n/translate";

/** What a mark means for a criterion: its own word, or the portal's. */
export const markLabel = ({ labels }: Pick<Criterion, "labels">, value: number, t: Translate): string =>
  labels?.[value - 1] ?? t(`evaluation.label${value as 1 | 2 | 3 | 4 | 5}`);

import type { Translate } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Lightbulb } from "../ui/icons";

/** What the start page of a portal without ideas says: how to begin. */
export function FirstSteps({ t }: { t: Translate }) {
  return (
    <EmptyState
      icon={<Lightbulb />}
      title={t("search.firstStepsTitle")}
      action={
        <ButtonLink href="/ideas/new" variant="spark" size="large">
          {t("search.proposeFirst")}
        </ButtonLink>
      }
    >
      {t("search.firstStepsText")}
    </EmptyState>
  );
}

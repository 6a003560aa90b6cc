import type { ReactNode } from "react";
import type { Translate } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "../ui/button";
import { FilePen, ListOrdered, Merge, NotebookText } from "../ui/icons";
import { PageHeader } from "../ui/page-header";
import { Segmented } from "../ui/segmented";

/** The head of every page of the desk: what it is, and the ways to its other pages. */
export function DeskHeader(props: {
  lead?: ReactNode;
  here: "queue" | "board" | "drafts" | "templates";
  queue: string;
  board: string;
  drafted: number;
  /** How many pairs of ideas wait to be told apart or merged; null for whoever does not decide on them. */
  pairs: number | null;
  t: Translate;
}) {
  const { lead, here, queue, board, drafted, pairs, t } = props;
  return (
    <PageHeader
      title={t("desk.title")}
      lead={lead}
      actions={
        <>
          <ButtonLink href="/review/evaluations" size="small" variant="ghost">
            <ListOrdered aria-hidden />
            {t("evaluation.tasksTitle")}
          </ButtonLink>
          {pairs !== null && (
            <ButtonLink href="/review/duplicates" size="small" variant="ghost">
              <Merge aria-hidden />
              {t("desk.pairsLink", { count: pairs })}
            </ButtonLink>
          )}
          <ButtonLink
            href="/review/drafts"
            size="small"
            variant="ghost"
            aria-current={here === "drafts" ? "page" : undefined}
          >
            <FilePen aria-hidden />
            {t("desk.draftsLink", { count: drafted })}
          </ButtonLink>
          <ButtonLink
            href="/review/templates"
            size="small"
            variant="ghost"
            aria-current={here === "templates" ? "page" : undefined}
          >
            <NotebookText aria-hidden />
            {t("desk.templates")}
          </ButtonLink>
          <Segmented
            label={t("desk.shape")}
            tabs={[
              { href: queue, label: t("desk.asQueue"), current: here === "queue" },
              { href: board, label: t("desk.asBoard"), current: here === "board" },
            ]}
          />
        </>
      }
    />
  );
}

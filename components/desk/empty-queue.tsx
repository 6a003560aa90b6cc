import type { Queue } from "@/lib/desk/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { CircleCheck } from "../ui/icons";
import { queuePath } from "./desk-path";

/** A queue in which nothing is left to do, and where something may be. */
export function EmptyQueue({ queue, t }: { queue: Queue; t: Translate }) {
  const isMine = queue.whose === "mine";
  return (
    <EmptyState
      icon={<CircleCheck />}
      title={t("desk.emptyTitle")}
      action={
        <ButtonLink href={queuePath({ whose: isMine ? "nobody" : "all", view: "due" })}>
          {t(isMine ? "desk.emptyTake" : "desk.emptyAll")}
        </ButtonLink>
      }
    >
      {t(isMine ? "desk.emptyMine" : "desk.emptyText")}
    </EmptyState>
  );
}

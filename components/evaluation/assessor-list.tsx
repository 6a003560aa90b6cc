import type { Evaluation } from "@/lib/evaluation/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";

/** Who was asked to mark an idea, and who has handed in. */
export function AssessorList({ evaluation, t }: { evaluation: Evaluation; t: Translate }) {
  return (
    <ul aria-label={t("evaluation.reviewersAsked")} className="space-y-2 text-sm">
      {evaluation.assessors.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Avatar name={one.name} />
          <span className="min-w-0 flex-1 truncate">{one.name}</span>
          {one.isOwnTeam && (
            <Badge tone="warning" title={t("evaluation.ownTeamHint")}>
              {t("evaluation.ownTeam")}
            </Badge>
          )}
          {one.hasHandedIn ? (
            <Badge tone="success">{t(one.hasChanged ? "evaluation.changedLater" : "evaluation.handedIn")}</Badge>
          ) : (
            <Badge>{t(evaluation.closedAt ? "evaluation.neverCame" : "evaluation.waitingFor")}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

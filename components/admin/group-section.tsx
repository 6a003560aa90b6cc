import type { Translate } from "@/lib/platform/i18n/translate";
import { removeMemberButton } from "@/lib/workflow/actions";
import type { Group, Load } from "@/lib/workflow/schema";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { AddGroupForm, AddMemberForm, ChangeGroupForms } from "./group-forms";

/** The groups of reviewers, each with its members and how much is open at theirs. */
export function GroupSection({ groups, reviewers, t }: { groups: Group[]; reviewers: Load[]; t: Translate }) {
  return (
    <Card className="space-y-5">
      <header>
        <h2 className="font-semibold text-lg tracking-tight">{t("routing.groups")}</h2>
        <p className="mt-1 max-w-prose text-muted text-sm">{t("routing.groupsLead")}</p>
      </header>
      {groups.length === 0 && <p className="text-muted text-sm">{t("routing.noGroups")}</p>}
      {groups.map((group) => (
        <section key={group.id} aria-label={group.name} className="space-y-2 rounded-control border border-line p-3">
          <ChangeGroupForms group={{ id: group.id, name: group.name }} />
          {group.members.length === 0 && <p className="text-muted text-sm">{t("routing.noMembers")}</p>}
          <ul>
            {group.members.map((member) => (
              <li key={member.id} className="flex items-center gap-2.5 py-1 text-sm">
                <Avatar name={member.name} size="small" />
                <span className="min-w-0 flex-1 truncate">{member.name}</span>
                {member.isAway ? (
                  <Badge tone="warning">{t("routing.away")}</Badge>
                ) : (
                  <span className="text-muted text-xs tabular-nums">{t("routing.open", { count: member.open })}</span>
                )}
                <form action={removeMemberButton}>
                  <input type="hidden" name="groupId" value={group.id} />
                  <input type="hidden" name="personId" value={member.id} />
                  <SubmitButton
                    variant="ghost"
                    size="small"
                    shape="icon"
                    title={t("routing.remove")}
                    aria-label={t("routing.removeNamed", { name: member.name })}
                  >
                    <X aria-hidden />
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
          <AddMemberForm groupId={group.id} reviewers={outside(group, reviewers)} />
        </section>
      ))}
      <AddGroupForm />
    </Card>
  );
}

const outside = ({ members }: Group, reviewers: Load[]) =>
  reviewers.filter((reviewer) => !members.some(({ id }) => id === reviewer.id));

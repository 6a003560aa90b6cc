import type { Translate } from "@/lib/platform/i18n/translate";
import type { Profile } from "@/lib/settings/schema";
import { Avatar } from "../ui/avatar";

/** Who the reader is here. The organisation says so, so that nobody can call themselves by a colleague's name. */
export function ProfileFacts({ profile, roles, t }: { profile: Profile; roles: string[]; t: Translate }) {
  const { name, email, department, place } = profile;
  return (
    <div className="flex items-center gap-4">
      <Avatar name={name} size="large" />
      <div className="min-w-0 space-y-0.5">
        <p className="font-semibold">{name}</p>
        {email && <p className="truncate text-muted text-sm">{email}</p>}
        <p className="text-muted text-sm">{[department, place].filter(Boolean).join(" · ")}</p>
        <p className="text-sm">
          {t("settings.yourRoles")} {roles.join(", ")}
        </p>
      </div>
    </div>
  );
}

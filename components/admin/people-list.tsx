import type { ListedPerson } from "@/lib/people/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";

/** People with what they are here; each leads to where that can be changed. */
export function PeopleList({ people, t }: { people: ListedPerson[]; t: Translate }) {
  return (
    <div className="overflow-hidden rounded-card border border-line bg-surface shadow-card">
      <ul className="divide-y divide-line">
        {people.map((person) => (
          <li key={person.id}>
            <a
              href={`/admin/people/${person.id}`}
              className="-outline-offset-2 flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 lg:grid lg:grid-cols-[auto_minmax(0,3fr)_minmax(0,2fr)_minmax(8rem,1fr)] transition-colors hover:bg-sunken"
            >
              <Avatar name={person.name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-sm">{person.name}</span>
                <span className="block truncate text-muted text-xs">
                  {person.email}
                  {person.department && (
                    <span className="lg:hidden">
                      {person.email && " · "}
                      {person.department}
                    </span>
                  )}
                </span>
              </span>
              <span className="truncate text-sm max-lg:hidden">{person.department}</span>
              <span className="flex flex-wrap justify-end gap-1.5">
                {person.status === "suspended" && <Badge tone="danger">{t("people.suspended")}</Badge>}
                {person.roles
                  .filter((role) => role !== "employee")
                  .map((role) => (
                    <Badge key={role} tone="accent">
                      {t(`people.role_${role}`)}
                    </Badge>
                  ))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

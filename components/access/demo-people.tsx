import { signInAsDemoButton } from "@/lib/access/actions";
import type { DemoPerson } from "@/lib/access/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Avatar } from "../ui/avatar";
import { Badge } from "../ui/badge";

/** The people one can be in the demo, each a button that signs in as them. */
export function DemoPeople({ people, next, t }: { people: DemoPerson[]; next: string; t: Translate }) {
  return (
    <section aria-labelledby="demo-people" className="space-y-3">
      <h2 id="demo-people" className="font-semibold text-lg tracking-tight">
        {t("access.demoTitle")}
      </h2>
      <p className="text-muted text-sm">{t("access.demoLead")}</p>
      <ul className="space-y-2">
        {people.map((person) => (
          <li key={person.id}>
            <DemoCard person={person} next={next} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DemoCard({ person, next, t }: { person: DemoPerson; next: string; t: Translate }) {
  // Everybody is an employee: what a person is there for is what they are besides.
  const role = person.roles.at(-1) ?? "employee";
  return (
    <form action={signInAsDemoButton}>
      <input type="hidden" name="personId" value={person.id} />
      <input type="hidden" name="next" value={next} />
      <button
        type="submit"
        className="flex w-full items-center gap-3 rounded-card border border-line bg-surface px-3 py-2.5 text-start transition-colors hover:border-line-strong hover:bg-sunken"
      >
        <Avatar name={person.name} />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium text-sm">{person.name}</span>
            {role !== "employee" && <Badge tone="accent">{t(`people.role_${role}`)}</Badge>}
          </span>
          <span className="mt-0.5 block text-muted text-xs">
            {person.department && `${person.department} · `}
            {person.about ?? t(`people.may_${role}`)}
          </span>
        </span>
      </button>
    </form>
  );
}

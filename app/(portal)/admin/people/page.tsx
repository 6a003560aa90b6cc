import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { PeopleList } from "@/components/admin/people-list";
import { PeopleSearch } from "@/components/admin/people-search";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { UserPlus, Users } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { listPeople } from "@/lib/people/queries";
import { peopleFilter } from "@/lib/people/schema";
import { translator } from "@/lib/platform/i18n/translate";

export default page(peopleFilter, async (actor, filter) => {
  const { people, next } = await listPeople(actor, filter);
  const t = translator(actor.locale);
  const search = new URLSearchParams(filter.q ? { q: filter.q } : {});
  const onwards = next && `/admin/people?${new URLSearchParams([...search, ["after", next]])}`;

  return (
    <div className="space-y-4">
      <title>{`${t("people.people")} · Tormenta`}</title>
      <AdminTabs here="people" t={t} />
      <div className="flex flex-wrap items-center gap-3">
        <PeopleSearch q={filter.q} t={t} />
        <ButtonLink href="/admin/people/new" variant="primary">
          <UserPlus aria-hidden />
          {t("people.add")}
        </ButtonLink>
      </div>
      {people.length > 0 ? (
        <PeopleList people={people} t={t} />
      ) : (
        <EmptyState
          icon={<Users />}
          title={t("people.nobodyFound")}
          action={<ButtonLink href="/admin/people">{t("people.showAll")}</ButtonLink>}
        >
          {t("people.nobodyFoundText")}
        </EmptyState>
      )}
      <Pagination previous={filter.after && `/admin/people?${search}`} next={onwards} t={t} />
    </div>
  );
});

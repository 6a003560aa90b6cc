import { z } from "zod";
import { page } from "@/app/door";
import { accepted, StartPage } from "@/components/home/start-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/authorize";
import { filterStates } from "@/lib/ideas/states";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { rankedIdeas } from "@/lib/ranking/ranked-ideas";
import type { ListInput } from "@/lib/ranking/schema";
import { voteHindrance } from "@/lib/votes/hindrance";

const shown = {
  mine: { author: "me", state: [...filterStates], order: "new", limit: 4 },
  discover: { order: "discover", limit: 4 },
  newest: { order: "new", limit: 5 },
  promised: { ...accepted, limit: 4 },
} satisfies Record<string, ListInput>;

export default page(z.object({}), async (actor) => {
  const t = translator(actor.locale);
  const read = async (input: ListInput) =>
    (await rankedIdeas(actor, input)).ideas.map((idea) => ({ ...idea, hindrance: voteHindrance(actor, idea) }));
  const [mine, discover, newest, promised] = await Promise.all([
    read(shown.mine),
    read(shown.discover),
    read(shown.newest),
    read(shown.promised),
  ]);
  const reading = { locale: actor.locale, now: now(), format: formatter(actor.locale, actor.timeZone), t };

  return (
    <>
      <title>{`${t("shell.home")} · Tormenta`}</title>
      <PageHeader title={t("search.greeting", { name: actor.name.split(" ")[0] ?? "" })} lead={t("search.homeLead")} />
      <StartPage
        mine={mine}
        discover={discover}
        newest={newest}
        promised={promised}
        mayCompare={can(actor, "idea.compare")}
        {...reading}
      />
    </>
  );
});

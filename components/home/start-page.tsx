import type { CardIdea, Reading } from "../ideas/idea-card";
import { IdeaList } from "../ideas/idea-list";
import { listPath, type Shown } from "../ideas/list-path";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Scale } from "../ui/icons";
import { FirstSteps } from "./first-steps";
import { HomeSection } from "./home-section";
import { ShortList } from "./short-list";

/** What the start page tells: the reader's own ideas, what they may discover, what is new, what became of ideas. */
export type StartPageIdeas = { mine: CardIdea[]; discover: CardIdea[]; newest: CardIdea[]; promised: CardIdea[] };

/** What `promised` is taken from. */
export const accepted = { state: ["accepted", "in_progress", "implemented"], order: "trending" } satisfies Shown;

/**
 * The start page below its greeting.
 *
 * @param mayCompare whether to offer comparing two ideas
 */
export function StartPage(props: StartPageIdeas & { mayCompare: boolean } & Reading) {
  const { mine, discover, newest, promised, mayCompare, ...reading } = props;
  const { t } = reading;
  if (newest.length === 0 && mine.length === 0) return <FirstSteps t={t} />;
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_19rem] lg:grid-rows-[auto_1fr]">
      <div className="space-y-8 lg:col-start-2">
        <HomeSection
          title={t("search.yourIdeas")}
          all={mine.length > 0 ? { href: listPath({ author: "me" }), label: t("search.all") } : undefined}
        >
          {mine.length > 0 ? <ShortList ideas={mine} {...reading} /> : <Invitation {...reading} />}
        </HomeSection>
        {mayCompare && <CompareCard {...reading} />}
      </div>
      <div className="min-w-0 space-y-8 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        {discover.length > 0 && (
          <HomeSection
            title={t("search.toDiscover")}
            all={{ href: listPath({ order: "discover" }), label: t("search.all") }}
          >
            <IdeaList
              ideas={discover}
              label={t("search.toDiscover")}
              here="/"
              place="home"
              order="discover"
              {...reading}
            />
          </HomeSection>
        )}
        <HomeSection title={t("search.newest")} all={{ href: listPath({ order: "new" }), label: t("search.all") }}>
          <ShortList ideas={newest} seen="home new 0" {...reading} />
        </HomeSection>
      </div>
      {promised.length > 0 && (
        <HomeSection title={t("search.promised")} all={{ href: listPath(accepted), label: t("search.all") }}>
          <ShortList ideas={promised} seen="home trending 0" {...reading} />
        </HomeSection>
      )}
    </div>
  );
}

function CompareCard({ t }: Reading) {
  return (
    <Card className="space-y-3">
      <h2 className="font-semibold tracking-tight">{t("search.compareTitle")}</h2>
      <p className="text-muted text-sm leading-relaxed">{t("search.compareLead")}</p>
      <ButtonLink href="/compare" size="small">
        <Scale aria-hidden />
        {t("search.compareTwo")}
      </ButtonLink>
    </Card>
  );
}

function Invitation({ t }: Reading) {
  return (
    <Card className="space-y-3">
      <p className="text-muted text-sm leading-relaxed">{t("search.noneOfYours")}</p>
      <ButtonLink href="/ideas/new" size="small">
        {t("shell.newIdea")}
      </ButtonLink>
    </Card>
  );
}

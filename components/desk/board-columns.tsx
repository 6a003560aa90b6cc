import { type Board, type BoardCard, MOST_COUNTED, type Whose } from "@/lib/desk/schema";
import { states } from "@/lib/ideas/states";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { Voice } from "@/lib/platform/i18n/translate";
import { StatusBadge } from "../ideas/status-badge";
import { Avatar } from "../ui/avatar";
import { ArrowBigUp, Ellipsis } from "../ui/icons";
import { Menu, MenuLink } from "../ui/menu";
import { type Deed, deedNames } from "./deed-names";
import { deskPath } from "./desk-path";
import { Due } from "./due";

type Reading = { whose: Whose; mayMove: (card: BoardCard) => boolean; locale: Locale } & Voice;

/** The columns beside each other; on a phone one goes from one to the next sideways. */
export function BoardColumns({ columns, ...reading }: { columns: Board["columns"] } & Reading) {
  return (
    <section
      aria-label={reading.t("desk.columns")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard
      tabIndex={0}
      className="-mx-4 snap-x snap-mandatory scroll-px-4 overflow-x-auto px-4 pb-4 sm:-mx-8 sm:scroll-px-8 sm:px-8"
    >
      <div className="flex w-max gap-4">
        {columns.map((column) => (
          <Column key={column.status} column={column} {...reading} />
        ))}
      </div>
    </section>
  );
}

function Column({ column, ...reading }: { column: Board["columns"][number] } & Reading) {
  const { t } = reading;
  const { status, count, cards } = column;
  const isLately = status === "implemented" || status === "declined";
  return (
    <section
      aria-labelledby={`column-${status}`}
      data-column={status}
      className="flex w-[min(18rem,80vw)] shrink-0 snap-start flex-col rounded-card bg-sunken p-2.5 transition-shadow data-[over=yes]:ring-2 data-[over=yes]:ring-accent data-[over=no]:opacity-50"
    >
      <h2 id={`column-${status}`} className="flex items-center gap-2 px-1 pb-2.5 text-sm">
        <StatusBadge status={status} t={t} />
        <span className="text-muted text-xs tabular-nums">{count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>
        {isLately && <span className="ms-auto text-muted text-xs">{t("desk.lately")}</span>}
      </h2>
      {cards.length === 0 ? (
        <p className="px-1 py-6 text-center text-muted text-sm">{t("desk.columnEmpty")}</p>
      ) : (
        <ul className="space-y-2">
          {cards.map((card) => (
            <li key={card.id}>
              <Card card={card} {...reading} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Card({ card, whose, mayMove, locale, ...voice }: { card: BoardCard } & Reading) {
  const { t } = voice;
  const { id, title, language, status, version, owner, votes, progress } = card;
  const targets = mayMove(card) ? ((states[status].next.reviewer ?? []) as Deed[]) : [];
  const queue = { whose, view: "due" } as const;
  return (
    <article
      data-card={id}
      data-status={status}
      data-version={version}
      data-owned={owner ? "yes" : undefined}
      data-movable={targets.length > 0 ? "yes" : undefined}
      className="group/card relative rounded-control border border-line bg-surface p-3 shadow-card transition-shadow hover:shadow-raised data-movable:cursor-grab"
    >
      <div className="flex items-start gap-1">
        <h3
          lang={language === locale ? undefined : language}
          className="wrap-anywhere min-w-0 flex-1 font-medium text-sm leading-snug"
        >
          <a
            href={deskPath(id, queue)}
            data-step
            draggable={false}
            className="after:absolute after:inset-0 hover:underline"
          >
            <span className="line-clamp-3">{title}</span>
          </a>
        </h3>
        {targets.length > 0 && (
          <div className="relative z-1 -me-1.5 -mt-1.5">
            <Menu
              label={t("desk.moveCard", { title })}
              className="grid size-8 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11 [&_svg]:size-4"
              trigger={<Ellipsis aria-hidden />}
            >
              {targets.map((to) => (
                <MenuLink key={to} href={deskPath(id, queue, to)}>
                  {t(deedNames[to].title)}
                </MenuLink>
              ))}
            </Menu>
          </div>
        )}
      </div>
      {status === "in_progress" && (
        <progress
          value={progress ?? 0}
          max={100}
          aria-label={t("workflow.progress")}
          className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-success [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-success"
        />
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs [&_svg]:size-3.5">
        {status !== "implemented" && status !== "declined" && <Due idea={card} {...voice} />}
        <span className="inline-flex items-center gap-1">
          <ArrowBigUp aria-hidden />
          <span aria-hidden>{votes}</span>
          <span className="sr-only">{t("desk.votes", { count: votes })}</span>
        </span>
        {owner && (
          <span className="ms-auto" title={owner}>
            <Avatar name={owner} size="small" />
            <span className="sr-only">{owner}</span>
          </span>
        )}
      </div>
    </article>
  );
}

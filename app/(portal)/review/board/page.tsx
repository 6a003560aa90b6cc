import { page } from "@/app/door";
import { BoardColumns } from "@/components/desk/board-columns";
import { BoardDrag } from "@/components/desk/board-drag";
import { DeskHeader } from "@/components/desk/desk-header";
import { boardPath, queuePath } from "@/components/desk/desk-path";
import { WhoseChoice } from "@/components/desk/queue-tabs";
import { can } from "@/lib/access/authorize";
import { findBoard } from "@/lib/desk/board";
import { boardAddress } from "@/lib/desk/schema";
import { countPairs } from "@/lib/duplicates/pairs";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(boardAddress, async (actor, { whose }) => {
  const [{ columns, drafted }, pairs] = await Promise.all([findBoard(actor, whose), countPairs(actor)]);
  const { locale, timeZone } = actor;
  const voice = { t: translator(locale), format: formatter(locale, timeZone), now: now() };
  const { t } = voice;
  const queue = queuePath({ whose, view: "due" });
  const drawn = columns.flatMap(({ cards }) => cards.map(({ id, version }) => `${id} ${version}`)).join();

  return (
    <div className="space-y-4">
      <title>{`${t("desk.title")} · Tormenta`}</title>
      <DeskHeader
        lead={t("desk.boardLead")}
        here="board"
        queue={queue}
        board={boardPath({ whose })}
        drafted={drafted}
        pairs={pairs}
        t={t}
      />
      <WhoseChoice whose={whose} path={(one) => boardPath({ whose: one })} t={t} />
      <BoardDrag whose={whose} drawn={drawn} />
      <BoardColumns
        columns={columns}
        whose={whose}
        mayMove={(card) => can(actor, "idea.review", card)}
        locale={locale}
        {...voice}
      />
    </div>
  );
});

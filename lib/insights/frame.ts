import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { listChoices } from "../ideas/queries";
import { db } from "../platform/db/client";
import { freshAt } from "./roll-ups";
import type { Frame, InsightsInput } from "./schema";
import { currentMonth, monthsOf } from "./scope";

/** What stands around the figures that `input` asks for. */
export async function findFrame(actor: Actor, input: InsightsInput): Promise<Frame> {
  authorize(actor, "insights.read");
  const months = monthsOf(input, actor.timeZone);
  const [choices, fresh, [first]] = await Promise.all([
    listChoices(actor),
    freshAt(db),
    db.$queryRaw<{ month: string | null }[]>`
      select to_char(min(month), 'YYYY-MM') as month from idea_cell where dimension = 'all'`,
  ]);
  const [from, to] = [months[0] ?? "", months.at(-1) ?? ""];
  const now = currentMonth(actor.timeZone);
  const all = monthsOf({ from: [first?.month ?? now, from].sort()[0], to: [now, to].sort()[1] }, actor.timeZone);
  return { from, to, choosable: all.reverse(), choices, freshAt: fresh };
}

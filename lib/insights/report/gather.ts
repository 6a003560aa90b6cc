import type { Actor } from "../../access/actor";
import { now } from "../../platform/clock";
import { db } from "../../platform/db/client";
import { env } from "../../platform/env";
import { formatter, translator } from "../../platform/i18n/translate";
import { findFrame } from "../frame";
import { namedUnits } from "../named-units";
import type { ExportPart, InsightsInput } from "../schema";
import { type SectionGroupName, sectionGroups } from "../sections";
import { legible } from "./legible";
import type { Report } from "./report";

/** The figures that somebody may see, with all that is said around them, for files and mails. One part after the other: a report may wait. */
export async function gather(actor: Actor, part: ExportPart, asked: InsightsInput): Promise<Report> {
  const frame = await findFrame(actor, asked);
  const { name: organisation } = await db.organisation.findFirstOrThrow({ select: { name: true } });
  const names = (Object.keys(sectionGroups) as SectionGroupName[]).filter((name) => part === "all" || part === name);
  const parts: Report["parts"] = [];
  for (const name of names) parts.push({ name, sections: await sectionGroups[name](actor, asked) });
  return {
    ...legible({ organisation, by: actor.name, narrowedTo: namedUnits(frame, asked), parts }),
    at: now(),
    from: frame.from,
    to: frame.to,
    freshAt: frame.freshAt,
    address: env().NEXTAUTH_URL,
    locale: actor.locale,
    voice: { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone) },
  };
}

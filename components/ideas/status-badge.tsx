import type { Idea } from "@/lib/ideas/schema";
import { statusNames } from "@/lib/ideas/states";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Badge, type Tone } from "../ui/badge";

/** An idea's state in a word, in the colour and by the name that the organisation gave it: both are said like texts. */
export function StatusBadge({ status, t }: { status: Idea["status"]; t: Translate }) {
  return <Badge tone={t(`ideas.look_${status}`) as Tone}>{t(statusNames[status])}</Badge>;
}

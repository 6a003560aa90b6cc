import type { Idea } from "@/lib/ideas/schema";
import { statusNames } from "@/lib/ideas/states";
import type { Translate } from "@/lib/platform/i18n/translate";
import { Badge, type Tone } from "../ui/badge";

const tones: Record<Idea["status"], Tone> = {
  draft: "neutral",
  submitted: "accent",
  in_review: "storm",
  accepted: "success",
  in_progress: "spark",
  implemented: "success",
  declined: "danger",
  merged: "neutral",
  withdrawn: "neutral",
  archived: "neutral",
};

/** An idea's state in a word. */
export function StatusBadge({ status, t }: { status: Idea["status"]; t: Translate }) {
  return <Badge tone={tones[status]}>{t(statusNames[status])}</Badge>;
}

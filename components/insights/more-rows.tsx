import type { FigureVoice } from "@/lib/insights/cell-text";
import { MOST_DRAWN } from "./figures";

/** That a table goes on where a drawing ends. */
export function MoreRows({ rows, voice }: { rows: number; voice: FigureVoice }) {
  if (rows <= MOST_DRAWN) return null;
  return <p className="mt-3 text-muted text-xs">{voice.t("charts.more", { count: rows - MOST_DRAWN })}</p>;
}

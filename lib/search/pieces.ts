import { HIT_BEGINS, HIT_ENDS } from "./answers";
import type { Piece } from "./schema";

/** A text with marked hits, taken apart at the marks. */
export function piecesOf(marked: string): Piece[] {
  return marked.split(HIT_BEGINS).flatMap((part, index) => {
    const [hit = "", rest = ""] = index === 0 ? ["", part] : part.split(HIT_ENDS);
    return [
      { text: hit, isHit: true },
      { text: rest, isHit: false },
    ].filter((piece) => piece.text !== "");
  });
}

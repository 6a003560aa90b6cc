import { type Cells, holds, textOf } from "./cell";
import { oneLine } from "./clean-text";
import { digestOf, type Incoming, type IncomingComment, type IncomingIdea, type IncomingVote } from "./incoming";
import { ideaIn } from "./map-idea";
import { commentIn, voteIn } from "./map-reply";
import type { Mapping } from "./mapping";
import { Refusal } from "./refusal";

/** A row of a file: its place in it, and what it holds, or why that cannot be read. */
export type Row = { row: number; line: number } & ({ cells: Cells } | { refusal: Refusal });

/** A row that is not imported. */
export type Reject = { row: number; line: number; externalId: string; refusal: Refusal };

/** What a row can hold. */
export type AnyContent = IncomingIdea | IncomingComment | IncomingVote;

const mapped = (cells: Cells, mapping: Mapping): { content: AnyContent; exact: boolean } => {
  switch (mapping.kind) {
    case "idea":
      return ideaIn(cells, mapping);
    case "comment":
      return commentIn(cells, mapping);
    case "vote":
      return voteIn(cells, mapping);
    case "nothing":
      throw new Refusal("transfer.declared", { reason: mapping.reason });
  }
};

function refuseDeclared(cells: Cells, mapping: Mapping): void {
  const found = mapping.refuse.find((condition) => holds(cells, condition));
  if (found) throw new Refusal("transfer.declared", { reason: found.reason });
}

/** What a row comes to under a mapping: something to store, or a refusal with its reason. */
export function mapRow(row: Row, mapping: Mapping): Incoming<AnyContent> | Reject {
  const place = { row: row.row, line: row.line };
  if ("refusal" in row) return { ...place, externalId: "", refusal: row.refusal };
  try {
    refuseDeclared(row.cells, mapping);
    const { content, exact } = mapped(row.cells, mapping);
    return { ...place, content, digest: digestOf(content), order: exact ? 0 : row.row };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...place, externalId: externalIdIn(row.cells, mapping), refusal: error };
  }
}

const externalIdIn = (cells: Cells, mapping: Mapping): string =>
  oneLine(mapping.kind === "vote" ? textOf(cells, mapping.idea) : textOf(cells, mapping.id)).slice(0, 300);

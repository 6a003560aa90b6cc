import { type Cells, textOf } from "./cell";
import { oneLine } from "./clean-text";
import type { IncomingComment, IncomingVote } from "./incoming";
import { bodyIn, idIn, instantIfAny, instantIn } from "./map-parts";
import type { CommentMapping, VoteMapping } from "./mapping";
import { personIn } from "./people-names";
import { Refusal } from "./refusal";

/** As long as the database lets a comment be. */
const COMMENT_LENGTH = 100_000;

/**
 * The comment that a row tells of, and whether its time is exact.
 *
 * @throws Refusal for rows that cannot be a comment
 */
export function commentIn(cells: Cells, mapping: CommentMapping): { content: IncomingComment; exact: boolean } {
  const externalId = idIn(cells, mapping.id);
  const body = bodyIn(cells, mapping.body, COMMENT_LENGTH);
  if (!body && mapping.empty === "refuse") throw new Refusal("transfer.commentEmpty");
  const parent = mapping.parent === undefined ? "" : oneLine(textOf(cells, mapping.parent));
  const { at, exact } = instantIn(cells, mapping.at, mapping.timeZone);
  const content = {
    externalId,
    idea: idIn(cells, mapping.idea),
    parent: parent && parent !== externalId ? parent : null,
    author: mapping.author === undefined ? null : personIn(textOf(cells, mapping.author), mapping.pseudonym),
    body,
    at,
  };
  return { content, exact };
}

/**
 * What a row says somebody said to an idea.
 *
 * @throws Refusal for rows that name nobody, no idea, or something else than support or none
 */
export function voteIn(cells: Cells, mapping: VoteMapping): { content: IncomingVote; exact: boolean } {
  const idea = idIn(cells, mapping.idea);
  const voter = personIn(textOf(cells, mapping.voter), mapping.pseudonym);
  if (!voter) throw new Refusal("transfer.voterMissing");
  const said = oneLine(textOf(cells, mapping.vote));
  if (said !== "support" && said !== "none") throw new Refusal("transfer.voteUnreadable", { text: said.slice(0, 60) });
  const at = instantIfAny(cells, mapping.at, mapping.timeZone)?.at ?? null;
  // The separator cannot occur in an id: ids are one line.
  const externalId = `${idea}\n${voter.externalId}`;
  return { content: { externalId, idea, voter, supports: said === "support", at }, exact: true };
}

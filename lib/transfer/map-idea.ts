import { type Cells, holds, textOf, textsOf } from "./cell";
import { cleanTitle, oneLine } from "./clean-text";
import type { IncomingIdea } from "./incoming";
import { amountIn, bodyIn, countIn, idIn, instantIfAny, instantIn } from "./map-parts";
import { type IdeaMapping, importedStatus, type Value } from "./mapping";
import { markdownFromText } from "./markdown-from-text";
import { personIn } from "./people-names";
import { Refusal } from "./refusal";

/** As long as the database lets a body, a reason, a tag and a name be. */
const BODY_LENGTH = 200_000;
const REASON_LENGTH = 20_000;
const TAG_LENGTH = 60;
const NAME_LENGTH = 200;

type StateOf = Pick<IncomingIdea, "status" | "mergedInto">;

/** Where an idea stands. A duplicate first stands alone: it is merged when its survivor is known to be there. */
function stateIn(cells: Cells, { state, merge }: IdeaMapping, id: string): StateOf {
  const text = oneLine(textOf(cells, state));
  if (text === "merged" && merge) {
    return { status: merge.otherwise, mergedInto: textsOf(cells, merge.into).filter((other) => other !== id) };
  }
  const status = importedStatus.safeParse(text);
  if (!status.success) throw new Refusal("transfer.stateUnknown", { text: text.slice(0, 60) });
  return { status: status.data, mergedInto: [] };
}

type FilingOf = Pick<IncomingIdea, "category" | "tags">;

const asTag = (text: string): string =>
  oneLine(text)
    .toLowerCase()
    .replace(/^[#"'«»“”.,;\s]+|["'«»“”.,;\s]+$/g, "");

/** The category and the tags. Longer ones than a label can be are left out: they are sentences, not labels. */
function filingIn(cells: Cells, { category, tags }: IdeaMapping): FilingOf {
  const offered = category ? textsOf(cells, category).map(oneLine) : [];
  const chosen = offered.find((name) => name.length <= NAME_LENGTH && (category?.known?.includes(name) ?? true));
  const others = offered.filter((name) => name !== chosen);
  const labels = [...others, ...tags.flatMap((list) => textsOf(cells, list))].map(asTag);
  const fitting = labels.filter((label) => label && Array.from(label).length <= TAG_LENGTH);
  return { category: chosen ?? null, tags: [...new Set(fitting)].sort() };
}

const placeIn = (cells: Cells, { place }: IdeaMapping): IncomingIdea["place"] =>
  place
    .map(({ name, ...rest }) => ({ ...rest, name: oneLine(textOf(cells, name)).slice(0, NAME_LENGTH) }))
    .filter(({ name }) => name);

function supportIn(cells: Cells, { support }: IdeaMapping): IncomingIdea["support"] {
  const supporters = support && countIn(cells, support.supporters);
  if (!support || supporters === null || supporters === undefined) return null;
  return { supporters, opposed: support.opposed === undefined ? null : countIn(cells, support.opposed) };
}

function estimateIn(cells: Cells, { estimate }: IdeaMapping): IncomingIdea["estimate"] {
  const amountMinor = estimate ? amountIn(cells, estimate.amount, estimate.currency) : null;
  return estimate && amountMinor !== null ? { amountMinor, currency: estimate.currency } : null;
}

const reasonIn = (cells: Cells, reason: Value[]): string =>
  markdownFromText(reason.map((value) => textOf(cells, value)).join("\n\n")).slice(0, REASON_LENGTH);

const decisionsIn = (cells: Cells, { decisions, timeZone }: IdeaMapping): IncomingIdea["decisions"] =>
  decisions
    .filter(({ when }) => holds(cells, when))
    .map(({ kind, reason, at }) => ({
      kind: (kind === undefined ? "" : oneLine(textOf(cells, kind))) || null,
      reason: reasonIn(cells, reason) || null,
      at: instantIfAny(cells, at, timeZone)?.at ?? null,
    }));

function urlIn(cells: Cells, { url }: IdeaMapping): string | null {
  const text = url === undefined ? "" : oneLine(textOf(cells, url));
  return /^https?:\/\/\S+$/.test(text) && text.length <= 2000 && URL.canParse(text) ? text : null;
}

/**
 * The idea that a row tells of, and whether its time is exact.
 *
 * @throws Refusal for rows that cannot be an idea
 */
export function ideaIn(cells: Cells, mapping: IdeaMapping): { content: IncomingIdea; exact: boolean } {
  const externalId = idIn(cells, mapping.id);
  const title = cleanTitle(textOf(cells, mapping.title));
  if (!title) throw new Refusal("transfer.titleMissing");
  const { at, exact } = instantIn(cells, mapping.at, mapping.timeZone);
  const content = {
    externalId,
    title,
    body: bodyIn(cells, mapping.body, BODY_LENGTH),
    language: mapping.language,
    ...stateIn(cells, mapping, externalId),
    author: mapping.author === undefined ? null : personIn(textOf(cells, mapping.author), mapping.pseudonym),
    ...filingIn(cells, mapping),
    place: placeIn(cells, mapping),
    support: supportIn(cells, mapping),
    estimate: estimateIn(cells, mapping),
    decisions: decisionsIn(cells, mapping),
    url: urlIn(cells, mapping),
    at,
  };
  return { content, exact };
}

import { Fragment, Mark, type Node } from "@tiptap/pm/model";

/** One letter and how it is marked; a line end is "\n" and has no marks. */
type Letter = { letter: string; marks: readonly Mark[] };

const lineEnd: Letter = { letter: "\n", marks: [] };
const isSpace = ({ letter }: Letter) => /\s/.test(letter);

/**
 * A rich text without what Markdown has no form for: empty lines and paragraphs, and spaces at the ends of lines.
 *
 * @param line what to do besides with the letters of each line
 */
export function tidied(node: Node, line: (letters: Letter[]) => Letter[] = (letters) => letters): Node {
  if (node.type.spec.code) return node;
  if (node.inlineContent) {
    const lines = linesOf(lettersOf(node)).map(line);
    const letters = lines.flatMap((each, index) => (index === 0 ? each : [lineEnd, ...each]));
    return node.copy(Fragment.from(nodesOf(letters, node)));
  }
  const blocks: Node[] = [];
  node.forEach((child) => {
    const tidy = tidied(child, line);
    // An item needs a paragraph before the list inside it, though it be empty.
    if (!isEmpty(tidy) || (node.type.name === "listItem" && blocks.length === 0)) blocks.push(tidy);
  });
  return node.copy(Fragment.from(blocks));
}

const isEmpty = (block: Node): boolean =>
  !block.isLeaf &&
  !block.type.spec.code &&
  (block.childCount === 0 || (block.childCount === 1 && isEmpty(block.child(0))));

/**
 * Gives every mark that a part of a word has to all of it. Where marks meet inside a word, or end at a punctuation
 * mark that touches a letter, CommonMark takes the asterisks for plain ones (0.31, "left-flanking delimiter run");
 * between whole words it never does.
 */
export function onWholeWords(line: Letter[]): Letter[] {
  const words: Letter[][] = [];
  line.forEach((each, index) => {
    const goesOn = index > 0 && isSpace(each) === isSpace(line[index - 1]!);
    goesOn ? words.at(-1)?.push(each) : words.push([each]);
  });
  const all = words.map((word) =>
    word.flatMap(({ marks }) => [...marks]).reduce((set, mark) => mark.addToSet(set), [] as readonly Mark[]),
  );
  const between = (index: number) => (Mark.sameSet(all[index - 1] ?? [], all[index + 1] ?? []) ? all[index - 1]! : []);
  return words.flatMap((word, index) => {
    const marks = word.every(isSpace) ? between(index) : (all[index] ?? []);
    return word.map(({ letter }) => ({ letter, marks }));
  });
}

function lettersOf(block: Node): Letter[] {
  const letters: Letter[] = [];
  block.forEach(({ type, text = "", marks }) => {
    if (type.name === "hardBreak") letters.push(lineEnd);
    else letters.push(...Array.from(text, (letter) => ({ letter: letter === "\n" ? " " : letter, marks })));
  });
  return letters;
}

function linesOf(letters: Letter[]): Letter[][] {
  const lines: Letter[][] = [[]];
  for (const each of letters) each === lineEnd ? lines.push([]) : lines.at(-1)?.push(each);
  return lines.map(trimmed).filter((line) => line.length > 0);
}

function trimmed(line: Letter[]): Letter[] {
  const isWord = (each: Letter) => !isSpace(each);
  const from = line.findIndex(isWord);
  return from < 0 ? [] : line.slice(from, line.findLastIndex(isWord) + 1);
}

function nodesOf(letters: Letter[], block: Node): Node[] {
  const { schema, name } = block.type;
  const nodes = letters.map((each) =>
    each !== lineEnd
      ? schema.text(each.letter, each.marks)
      : name === "heading"
        ? schema.text(" ")
        : schema.node("hardBreak"),
  );
  // A fragment made by adding joins neighbours that are marked alike.
  return [nodes.reduce((all, node) => all.append(Fragment.from(node)), Fragment.empty)].flatMap((all) => [
    ...all.content,
  ]);
}

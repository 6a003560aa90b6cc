import fc from "fast-check";
import { csvField } from "@/lib/platform/csv";

/** A field as a program reads it: without the marks around it, and with one apostrophe less wherever one was set. */
const readAgain = (field: string): string =>
  field
    .slice(1, -1)
    .replaceAll('""', '"')
    .replace(/(?<=^|[;\t\r\n])'(?=[\p{Zs}'"]*[=+\-@＝＋－＠])|^'(?=[\p{Zs}'"]*[\t\r\n])/gu, "");

/** The cells that a spreadsheet makes of a line whose fields it divides at `separator`, as far as it reads marks. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ["", false];
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (isQuoted && sign === '"' && line[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
    else if (!isQuoted && (sign === separator || sign === "\r" || sign === "\n")) {
      cells.push(cell);
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell];
}

const signs = fc.string({ unit: fc.constantFrom(..."=+-@＝'\"; ,\t\r\n\u00a0x") });

it("no part of a text begins a formula, whatever a spreadsheet divides fields at", () => {
  fc.assert(
    fc.property(
      fc.array(signs, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(",", ";", "\t"),
      (texts, separator) => {
        const cells = cellsOf(texts.map(csvField).join(","), separator);
        expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
      },
    ),
    { numRuns: 5000 },
  );
});

it("a command in the middle of a title is a text where a semicolon divides fields", () => {
  expect(csvField("x;=cmd|'/C calc'!A0;y")).toBe(`"x;'=cmd|'/C calc'!A0;y"`);
  expect(csvField('x;"=1";y')).toBe(`"x;'""=1"";y"`);
  expect(csvField("one\n=1\r\n+2\t@3")).toBe(`"one\n'=1\r\n'+2\t'@3"`);
});

it("what has no such beginning is written as it is", () => {
  for (const text of ["Racks, gates; and signs", "a=b", "e-mail + phone", "it's", "", "x;y=1"])
    expect(csvField(text)).toBe(`"${text}"`);
});

it("taking the apostrophes away again gives back every text as it was", () => {
  fc.assert(
    fc.property(signs, (text) => {
      expect(readAgain(csvField(text))).toBe(text);
    }),
    { numRuns: 5000 },
  );
});

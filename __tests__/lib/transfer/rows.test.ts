import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { fileRows } from "@/lib/transfer/file-rows";
import type { Row } from "@/lib/transfer/map-row";
import { type Mapping, mapping } from "@/lib/transfer/mapping";
import { shippedMapping } from "@/lib/transfer/shipped-mappings";
import { fileOf } from "./importing";

const source = { id: "any", title: "Any", attribution: "Nobody", licence: "None" };
const plain = (format: object): Mapping =>
  mapping.parse({ name: "any", format, source, kind: "nothing", id: "a", reason: "read only" });

async function rowsOf(content: string | Buffer, format: object): Promise<Row[]> {
  return Array.fromAsync(fileRows(fileOf(content), plain(format)));
}

const cells = (rows: Row[]) => rows.map((row) => ("cells" in row ? row.cells : row.refusal.reason));

const quoted = (text: string, quote: string) => quote + text.replaceAll(quote, quote + quote) + quote;

it("reads back every table, whatever its separator, quotation marks, line ends and packing", async () => {
  // What a file can hold: line ends of all kinds arrive as "\n".
  const field = fc.string({ unit: fc.constantFrom(..."ab ,;|\t\"'\n\\é:", "😊"), maxLength: 8 });

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(field, field, field), { maxLength: 12 }),
      fc.constantFrom(",", ";", "\t", "|", "::"),
      fc.constantFrom('"', "'"),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.boolean(),
      async (table, separator, quote, lineEnd, packed, marked) => {
        const lines = [["a", "b", "c"], ...table].map((row) => row.map((one) => quoted(one, quote)).join(separator));
        const text = (marked ? "\uFEFF" : "") + lines.join("\n").replaceAll("\n", lineEnd);
        const rows = await rowsOf(packed ? gzipSync(text) : text, { type: "csv", separator, quote });

        expect(cells(rows)).toEqual(table.map(([a, b, c]) => ({ a, b, c })));
      },
    ),
    { numRuns: 150 },
  );
});

it("reads what a spreadsheet saves as Unicode text", async () => {
  const rows = await rowsOf(Buffer.from("\uFEFFa\tb\r\nñ\t1\r\n", "utf16le"), { type: "csv", separator: "\t" });

  expect(cells(rows)).toEqual([{ a: "ñ", b: "1" }]);
});

it("names the line on which a row begins, also after rows of several lines", async () => {
  const rows = await rowsOf('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\r\n', { type: "csv" });

  expect(rows.map(({ row, line }) => [row, line])).toEqual([
    [1, 2],
    [2, 5],
  ]);
});

it("refuses rows with broken quotation marks or missing fields where they stand, and reads the others", async () => {
  const rows = await rowsOf('a,b\n1,x"y\n2,z\n3\n4,"x"y\n5,v\n6,"open\n7,w\n', { type: "csv" });

  expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7]);
  expect(cells(rows)).toEqual([
    "transfer.quoteBroken",
    { a: "2", b: "z" },
    "transfer.fieldsMiscounted",
    "transfer.quoteBroken",
    { a: "5", b: "v" },
    "transfer.quoteOpen",
  ]);
});

it("refuses lines that are no JSON object", async () => {
  const rows = await rowsOf('{"a":1}\n\n[1]\nnull\n{broken\n{"a":"2"}', { type: "jsonl" });

  expect(cells(rows)).toEqual([
    { a: 1 },
    "transfer.jsonBroken",
    "transfer.jsonBroken",
    "transfer.jsonBroken",
    { a: "2" },
  ]);
  expect(rows.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6]);
});

it("stops at a record without end instead of swallowing the file", async () => {
  await expect(rowsOf(`a,b\n1,"${"x".repeat(5_000_000)}`, { type: "csv" })).rejects.toMatchObject({
    reason: "transfer.recordTooLong",
  });
  await expect(rowsOf("x".repeat(9_000_000), { type: "jsonl" })).rejects.toMatchObject({
    reason: "transfer.recordTooLong",
  });
});

it("says which columns are missing, and that a packed file is damaged", async () => {
  await expect(rowsOf("b,c\n1,2\n", { type: "csv" })).rejects.toMatchObject({ detail: { columns: "a" } });
  await expect(rowsOf(gzipSync("a\n1\n").subarray(0, 15), { type: "csv" })).rejects.toMatchObject({
    reason: "transfer.fileDamaged",
  });
});

it("finds the fields of records whose quotation marks are broken", async () => {
  const record = (id: string, title: string, body: string) =>
    `${id.repeat(24)},"${title}","${body}","2011-09-22 10:03:04",36,75057,0,5000,Reviewed`;
  const lines = [
    "PID,title,body",
    record("a", 'Say "no"', 'He said "yes".\n\n"Twice", even.'),
    record("b", "Two", "x"),
    `${"c".repeat(24)},"three`,
  ];
  const rows = await Array.fromAsync(fileRows(fileOf(lines.join("\n")), shippedMapping("we-the-people-raw")));

  expect(cells(rows)).toMatchObject([
    { title: 'Say "no"', body: 'He said "yes".\n\n"Twice", even.', status: "Reviewed" },
    { title: "Two", body: "x" },
    "transfer.patternBroken",
  ]);
  expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
});

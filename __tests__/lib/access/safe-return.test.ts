import fc from "fast-check";
import { safeReturn } from "@/lib/access/safe-return";

const PORTAL = "https://ideas.example.org";

/** Pieces that addresses which mean harm are made of. */
const piece = fc.constantFrom(
  "/",
  "//",
  "\\",
  "/\\",
  "\t",
  "\n",
  "\r",
  "%09",
  "%0a",
  "%2f",
  "%5c",
  "@",
  ":",
  "?",
  "#",
  "..",
  ".",
  "。",
  "／",
  "＠",
  "https:",
  "javascript:",
  "data:",
  "evil.example",
  "ideas",
  " ",
  "\u0000",
  "\u202e",
  "%00",
  ";",
  "[::1]",
);

it("never leads to another host, whatever somebody writes", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`),
      ),
      (next) => {
        const path = safeReturn(next);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, PORTAL).origin).toBe(PORTAL);
      },
    ),
    { numRuns: 5_000 },
  );
});

it.each(["/ideas", "/ideas?order=new&q=%C3%A1rbol", "/ideas/1#comments", "/"])("leads back to %s", (next) => {
  expect(safeReturn(next)).toBe(next);
});

it.each([
  undefined,
  null,
  "",
  "ideas",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/.//evil.example",
  "/ideas/..//evil.example",
])("leads to the start page instead of %j", (next) => {
  expect(safeReturn(next)).toBe("/");
});

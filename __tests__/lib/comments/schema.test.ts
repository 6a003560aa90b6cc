import { randomUUID } from "node:crypto";
import { commentInput } from "@/lib/comments/schema";
import { parse } from "@/lib/platform/parse";

const ideaId = randomUUID();
const written = (body: string) => parse(commentInput, { ideaId, body }).body;

const invisible = ["", "   \n\t ", "\u200b\u200d\u2060", "\u0000\u0007", "\u3000\u00a0"];

it.each(invisible)("asks for something to read: %j", (body) => {
  expect(() => written(body)).toThrow(expect.objectContaining({ code: "invalid", fields: { body: "comments.empty" } }));
});

const visible = [".", "👍", "¡", "1", "अ", "好"];

it.each(visible)("takes the shortest thing one can say: %s", (body) => {
  expect(written(body)).toBe(body);
});

it("takes 10,000 characters and not one more", () => {
  expect(written("a".repeat(10_000))).toHaveLength(10_000);
  expect(() => written("a".repeat(10_001))).toThrow(expect.objectContaining({ fields: { body: "comments.tooLong" } }));
});

it("counts a form's line ends as one character, as people do", () => {
  expect(written(" one\r\ntwo\rthree\n ")).toBe("one\ntwo\nthree");
});

it("leaves out what cannot be stored, and mends what cannot be sent", () => {
  expect(written("be\u0000ll\u0007 \u001b[31mred")).toBe("bell [31mred");
  expect(written("half \ud83d a smile")).toBe("half \ufffd a smile");
  expect(written("runs \u202ebackwards")).toBe("runs backwards");
});

it("keeps letters of every script, marks and joined emoji", () => {
  expect(written("ñandú — 👩‍🚒 שלום ไทย e\u0301")).toBe("ñandú — 👩‍🚒 שלום ไทย \u00e9");
});

const smuggled = [{ authorId: ideaId }, { createdAt: "2001-01-01" }, { body: { not: "" } }, { parentId: ["x"] }];

it.each(smuggled)("takes nothing but what a comment is made of: %j", (more) => {
  expect(() => parse(commentInput, { ideaId, body: "Hello", ...more })).toThrow(
    expect.objectContaining({ code: "invalid" }),
  );
});

import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { saveDraft } from "@/lib/ideas/commands";
import { findIdea } from "@/lib/ideas/queries";
import { draftInput, editInput, submissionInput } from "@/lib/ideas/schema";
import { Failure } from "@/lib/platform/errors";
import { parse } from "@/lib/platform/parse";
import { submitIdea } from "@/lib/workflow/submit-idea";
import { hire } from "../../support/database";

const idea = (changes: object) => ({ title: "Racks for bicycles", language: "en", ...changes });

function refusal(input: object, schema = submissionInput as Parameters<typeof parse>[0]) {
  try {
    parse(schema, input);
  } catch (error) {
    return error instanceof Failure ? error.fields : error;
  }
}

it.each([
  ["a title of 9", { title: "Rack them" }, { title: "ideas.titleTooShort" }],
  ["a title of 10", { title: "Rack these" }, undefined],
  ["a title nobody can see", { title: "\u200b".repeat(10) }, { title: "ideas.titleTooShort" }],
  ["a title of 120", { title: "x".repeat(120) }, undefined],
  ["a title of 121", { title: "x".repeat(121) }, { title: "ideas.titleTooLong" }],
  ["a text of 20,000", { body: "x".repeat(20_000) }, undefined],
  ["a text of 20,001", { body: "x".repeat(20_001) }, { body: "ideas.bodyTooLong" }],
  ["8 tags", { tags: "a,b,c,d,e,f,g,h" }, undefined],
  ["9 tags", { tags: "a,b,c,d,e,f,g,h,i" }, { tags: "ideas.tooManyTags" }],
  ["a tag of 60", { tags: ["x".repeat(60)] }, undefined],
  ["a tag of 61", { tags: ["x".repeat(61)] }, { tags: "ideas.tagTooLong" }],
  ["a megabyte of commas", { tags: ",".repeat(1_000_000) }, { tags: "ideas.tooManyTags" }],
  ["tags without end", { tags: Array(200_000).fill("a") }, { tags: "ideas.tooManyTags" }],
  ["no title", { title: undefined }, { title: "validation.missing" }],
  ["a language of its own", { language: "tlh" }, { language: "validation.malformed" }],
  ["a category that is no id", { categoryId: "1 or 1=1" }, { categoryId: "validation.malformed" }],
  ["an operator for a text", { title: { not: "" } }, { title: "validation.malformed" }],
  ["a column of the table", { status: "accepted" }, { status: "validation.unknownField" }],
])("judges %s", (_, changes, fields) => {
  expect(refusal(idea(changes))).toEqual(fields);
});

it.each([0, -1, 2_147_483_648, 1.5, "x"])("refuses %s as a version instead of asking the database", (version) => {
  expect(refusal({ ideaId: randomUUID(), version }, editInput)).toHaveProperty("version");
});

it("takes tags as people type them: in any case, with # and spaces, twice, in one field", () => {
  expect(parse(submissionInput, idea({ tags: " #Salud, salud ,, Día a  Día,#" })).tags).toEqual(["salud", "día a día"]);
});

it("leaves what a form leaves empty to nothing in particular", () => {
  expect(parse(submissionInput, idea({ categoryId: "", tags: "", body: "" }))).toMatchObject({
    categoryId: null,
    tags: [],
  });
});

it("changes nothing that an edit does not name", () => {
  const ref = { ideaId: randomUUID(), version: 2 };

  expect(parse(editInput, ref)).toEqual(ref);
});

it("mends what the database would choke on, and what searching and comparing would trip over", () => {
  const { title, body } = parse(
    submissionInput,
    idea({ title: "Cami\u0000o\u0301n\n de \u202Ela empresa", body: "a\r\nb\rc\uD800\t\u0007" }),
  );

  expect(title).toBe("Camión de la empresa");
  expect(body).toBe("a\nb\nc\uFFFD");
});

const anything = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 60 });

it("keeps whatever passes, however hostile, and reads it back unchanged", async () => {
  const ana = await hire();
  await fc.assert(
    fc.asyncProperty(anything, anything, fc.array(anything, { maxLength: 8 }), async (title, body, tags) => {
      const draft = draftInput.safeParse({ title, body, tags, language: "es" });
      if (!draft.success) return;
      const { ideaId } = await saveDraft(ana, draft.data);
      expect(await findIdea(ana, ideaId)).toMatchObject({ title: draft.data.title, body: draft.data.body });

      const ready = submissionInput.safeParse({ title: `A good idea ${title}`, body, tags, language: "es", ideaId });
      if (!ready.success) return;
      await submitIdea(ana, ready.data);
      expect((await findIdea(ana, ideaId)).tags.toSorted()).toEqual(ready.data.tags.toSorted());
    }),
    { numRuns: 60 },
  );
}, 60_000);

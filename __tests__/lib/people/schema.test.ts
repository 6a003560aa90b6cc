import { newPerson, peopleFilter } from "@/lib/people/schema";
import { parse } from "@/lib/platform/parse";

const named = (name: string) =>
  parse(newPerson, { name, email: "ana@example.org", departmentId: "", placeId: "" }).name;

it("keeps of a name what can be stored and read, in one line", () => {
  expect(named(" Ana\u0000 \u202eLucía\n Paz ")).toBe("Ana Lucía Paz");
});

it("takes no name that nobody can see", () => {
  expect(() => named("\u200b\u2060")).toThrow(expect.objectContaining({ fields: { name: "validation.missing" } }));
});

it("looks for whatever is typed", () => {
  expect(parse(peopleFilter, { q: "a\u0000na " }).q).toBe("ana");
});

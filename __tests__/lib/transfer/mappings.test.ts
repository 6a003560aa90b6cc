import { readFileSync } from "node:fs";
import { chooseMapping } from "@/lib/transfer/choose-mapping";
import { mapping } from "@/lib/transfer/mapping";
import { shippedMappings } from "@/lib/transfer/shipped-mappings";
import { fileOf } from "./importing";

const all = [...shippedMappings.values()];

it("tells the same of a source in every mapping of it", () => {
  for (const { source } of all) {
    expect(all.filter((other) => other.source.id === source.id).map((other) => other.source)).toContainEqual(source);
    expect(new Set(all.filter((o) => o.source.id === source.id).map((o) => JSON.stringify(o.source))).size).toBe(1);
  }
});

it("chooses by the file's name, packed or not, else by its columns", async () => {
  const text = "id,idea_id,author,created_on,body_html\n";

  expect((await chooseMapping(fileOf("", "es_valladolid_propuestas.csv.gz"), undefined)).name).toBe("valladolid-ideas");
  expect((await chooseMapping(fileOf(text, "saved.csv"), undefined)).name).toBe("opengov-comments");
  expect((await chooseMapping(fileOf("", "x.csv"), "polis-votes")).name).toBe("polis-votes");
});

it("says which mappings there are when none fits", async () => {
  await expect(chooseMapping(fileOf("a,b\n"), undefined)).rejects.toMatchObject({
    reason: "transfer.mappingUnknown",
    detail: { names: expect.stringContaining("uk-petitions") },
  });
});

it("takes a mapping of somebody's own, and says what is wrong with one", async () => {
  const own = readFileSync("lib/transfer/mappings/we-the-people.json", "utf8");

  expect((await chooseMapping("x.csv", fileOf(own.replace("we-the-people", "ours"), "ours.json"))).name).toBe("ours");
  await expect(chooseMapping("x.csv", fileOf('{"kind":"idea"}', "bad.json"))).rejects.toMatchObject({
    reason: "transfer.mappingUnreadable",
    detail: { problem: expect.stringContaining("title") },
  });
});

it("refuses values with two origins, and states that only a portal can give", () => {
  const idea = JSON.parse(readFileSync("lib/transfer/mappings/valladolid-ideas.json", "utf8"));

  expect(mapping.safeParse({ ...idea, title: { column: "a", constant: "b" } }).success).toBe(false);
  expect(mapping.safeParse({ ...idea, merge: { ...idea.merge, otherwise: "draft" } }).success).toBe(false);
});

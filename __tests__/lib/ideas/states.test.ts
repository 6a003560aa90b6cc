import { canBecome, states } from "@/lib/ideas/states";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";

const all = Object.keys(states) as IdeaStatus[];

it("ends: implemented, merged and withdrawn ideas go nowhere", () => {
  expect(all.filter((status) => states[status].next.length === 0)).toEqual(["implemented", "merged", "withdrawn"]);
});

it("gives a declined and an archived idea a second chance", () => {
  expect(all.filter((status) => status !== "draft" && canBecome(status, "submitted"))).toEqual([
    "declined",
    "archived",
  ]);
});

it("lets an idea be taken back where it says so; a draft is thrown away instead", () => {
  const withdrawable = all.filter((status) => states[status].withdrawable);

  expect(withdrawable).toEqual(["draft", ...all.filter((status) => canBecome(status, "withdrawn"))]);
});

it("lets nobody edit what others are reviewing, nor vote for what has been decided", () => {
  expect(all.filter((status) => states[status].editable)).toEqual(["draft", "submitted"]);
  expect(all.filter((status) => states[status].votable)).toEqual(["submitted", "in_review", "approved"]);
});

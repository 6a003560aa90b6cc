import { voteHindrance } from "@/lib/votes/hindrance";
import { hire } from "../../support/database";

it("is nothing for a colleague while voting goes on", async () => {
  expect(voteHindrance(await hire(), { authorId: null, status: "in_review" })).toBeNull();
});

it("is the own idea, the close, or not being an employee", async () => {
  const ana = await hire();
  const guest = await hire({ roles: ["executive"] });

  expect(voteHindrance(ana, { authorId: ana.id, status: "submitted" })).toBe("votes.ownIdea");
  expect(voteHindrance(ana, { authorId: ana.id, status: "declined" })).toBe("votes.closed");
  expect(voteHindrance(guest, { authorId: ana.id, status: "submitted" })).toBe("votes.staffOnly");
});

import { forgetExpired } from "@/lib/access/forget-expired";
import { minutesFromNow } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { hire } from "../../support/database";

it("forgets sessions that have ended, and keeps the others", async () => {
  const { id: personId } = await hire();
  await db.session.create({ data: { tokenHash: "ended", personId, expiresAt: minutesFromNow(-1) } });
  await db.session.create({ data: { tokenHash: "open", personId, expiresAt: minutesFromNow(60) } });

  await forgetExpired();

  expect((await db.session.findMany({ where: { personId } })).map(({ tokenHash }) => tokenHash)).toEqual(["open"]);
});

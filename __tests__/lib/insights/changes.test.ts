import { endDelivery } from "@/lib/delivery/report";
import { changesFor } from "@/lib/insights/changes";
import { rebuildInsights } from "@/lib/insights/roll-ups";
import { insightsInput } from "@/lib/insights/schema";
import { db } from "@/lib/platform/db/client";
import { hire } from "../../support/database";
import { givenDelivery, reviewer } from "../delivery/delivering";

it("an idea whose delivery is given up was not accepted once more", async () => {
  const [marta, grace] = [await reviewer(), await hire({ roles: ["executive"] })];
  const { deliveryId } = await givenDelivery(marta);
  const { version } = await db.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  const body = "The ground belongs to the city after all.";
  await endDelivery(marta, { deliveryId, version, how: "stopped", body, nextOn: "2099-01-01" });
  await rebuildInsights();

  expect(await changesFor(grace, insightsInput.parse({}))).toMatchObject({ accepted: 1 });
});

import { hire } from "@/__tests__/support/database";
import { chooseCurrency } from "@/lib/insights/choose-currency";
import { targetsInput } from "@/lib/insights/schema";
import { changeTargets, findTargets } from "@/lib/insights/targets";
import { db } from "@/lib/platform/db/client";

const none = { ideasPerHead: null, participation: null, implementedShare: null, benefit: null, timeToAnswer: null };

it("keeps what is wanted of the five figures as people write it, shares in per cent", async () => {
  const elena = await hire({ roles: ["administrator"] });
  const wanted = targetsInput.parse({ ideasPerHead: "0,5", participation: "33.3", timeToAnswer: "10", benefit: "" });
  await changeTargets(elena, wanted);
  await changeTargets(elena, wanted);

  expect(await findTargets(elena)).toEqual({
    ...none,
    currency: "EUR",
    ideasPerHead: 0.5,
    participation: 33.3,
    timeToAnswer: 10,
  });
  expect((await db.figureTarget.findUniqueOrThrow({ where: { figure: "participation" } })).value).toBeCloseTo(0.333, 9);
  expect(await db.event.count({ where: { type: "targets.changed" } })).toBe(1);

  await changeTargets(elena, none);
  expect(await db.figureTarget.count()).toBe(0);
});

it("refuses what is no number, nothing or more than all", () => {
  for (const participation of ["much", "0", "-3", "101", "Infinity"])
    expect(targetsInput.safeParse({ participation }).success).toBe(false);
});

it("is set by administrators alone", async () => {
  const executive = await hire({ roles: ["executive"] });

  await expect(changeTargets(executive, none)).rejects.toMatchObject({ code: "forbidden" });
  await expect(findTargets(executive)).rejects.toMatchObject({ code: "forbidden" });
});

it("what was wanted of the benefit goes with the currency it was wanted in, and the rest stays", async () => {
  const elena = await hire({ roles: ["administrator"] });
  const wanted = { ...none, benefit: 5000, timeToAnswer: 10 };
  await changeTargets(elena, wanted);
  await chooseCurrency(elena, { currency: "EUR" });
  expect(await findTargets(elena)).toEqual({ ...wanted, currency: "EUR" });

  await chooseCurrency(elena, { currency: "CLP" });
  expect(await findTargets(elena)).toEqual({ ...wanted, benefit: null, currency: "CLP" });
  const [said] = await db.event.findMany({ where: { type: "targets.changed" }, orderBy: { id: "desc" }, take: 1 });
  expect(said?.payload).toEqual({ from: wanted, to: { ...wanted, benefit: null } });
  await chooseCurrency(elena, { currency: "EUR" });
  await changeTargets(elena, none);
});

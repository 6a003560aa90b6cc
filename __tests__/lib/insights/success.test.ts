import { givenIdea, hire } from "@/__tests__/support/database";
import { countPeople } from "@/__tests__/support/month-over";
import { successByUnits } from "@/lib/insights/success";
import { listUnits } from "@/lib/insights/unit-names";
import { db } from "@/lib/platform/db/client";

const site = (name: string) => db.place.create({ data: { name, kind: "site" } });
const department = (name: string) => db.department.create({ data: { name } });

/** Seven colleagues of a department in a place, of whom the first few propose something. */
async function colleagues(departmentId: string, placeId: string, proposers: number): Promise<void> {
  for (let n = 0; n < 7; n++) {
    const author = await hire({ departmentId });
    await db.person.update({ where: { id: author.id }, data: { placeId } });
    if (n < proposers) await givenIdea({ author });
  }
}

async function toldOf(kind: "department" | "place"): Promise<string[]> {
  const units = { department: await listUnits("department"), place: await listUnits("place") };
  const groups = await successByUnits([new Date().toISOString().slice(0, 7)], units);
  const told = [...groups[kind].values()].filter(({ kept, counts }) => kept.size === 0 && (counts.proposers ?? 0) > 0);
  return told.flatMap(({ unit }) => units[kind].names.get(unit ?? "") ?? []).sort();
}

it("a place is told of where five of every department that is told of proposed, or none", async () => {
  const [port, quay, calama, vigo] = [
    await department("Port"),
    await department("Quay"),
    await site("Calama"),
    await site("Vigo"),
  ];
  await colleagues(port.id, calama.id, 6);
  await colleagues(quay.id, calama.id, 5);
  await colleagues(port.id, vigo.id, 5);
  await countPeople();
  expect(await toldOf("department")).toEqual(["Port", "Quay"]);
  expect(await toldOf("place")).toEqual(["Calama", "Vigo"]);

  await colleagues(quay.id, vigo.id, 2);
  await countPeople();
  expect(await toldOf("department")).toEqual(["Port", "Quay"]);
  expect(await toldOf("place")).toEqual([]);
});

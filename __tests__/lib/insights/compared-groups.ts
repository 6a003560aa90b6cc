import type { Cell } from "@/lib/insights/section";
import { type Asked, type askForAll, halfYearIn, quartersIn, rowsOf } from "./asked-of-people";
import { type Division, divisions } from "./slow-groups";
import { did, doings, type SlowPerson, shareOf, slowSuccess } from "./slow-people";
import { slowInterval } from "./slow-spread";

type World = Awaited<ReturnType<typeof askForAll>>;

const few = { hidden: "few" } as const;
const FEWEST = 5;

/** The rows of a division with the people of whom each of them is. */
const groupsIn = ({ groups }: World, one: Asked, key: "participationBy" | "successBy", division: Division) =>
  rowsOf(one, `${key}${division}`).map(({ cells }) => ({
    cells,
    people: one.people.filter((person) => groups.isIn(division, String(cells.group), person)),
  }));

const isTold = (cell: Cell | undefined): cell is number | null => typeof cell === "number" || cell === null;
const isSome = (count: number) => count > 0 && count < FEWEST;

/** What is told of people by where they belong is compared with slow counts, as facts of the product. */
export function groupFiguresAreSlowCounts(world: () => World): void {
  it("by department, place and site it is what those did who count there, and no one of them is left out", () => {
    for (const one of world().asked)
      for (const division of ["Department", "Place", "Site"] as const) {
        const parts = groupsIn(world(), one, "participationBy", division);
        const told = (people: SlowPerson[]) => doings.map((doing) => shareOf(people, doing, one.months));
        const members = parts.flatMap(({ people }) => people);

        expect(parts.map(({ cells }) => cells.people)).toEqual(parts.map(({ people }) => people.length));
        expect(parts.map(({ cells }) => doings.map((doing) => cells[doing]))).toEqual(
          parts.map(({ people }) => told(people)),
        );
        expect(new Set(members).size).toBe(members.length);
        if (parts.length > 0 && division !== "Site") expect(members).toHaveLength(one.people.length);
      }
    const { asked, groups } = world();
    const [{ sections } = { sections: [] }] = asked;
    const keys = sections.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["participationByDepartment", "participationByPlace"]));
    const sites = rowsOf(asked[0] as Asked, "participationBySite").map(({ cells }) => cells.group);
    const lived = groups.sites.filter((name) => asked[0]?.people.some((person) => groups.isIn("Site", name, person)));
    expect(sites.toSorted()).toEqual(lived.toSorted());
  });

  it("by level and by years it is what was done in the last half-year, where five did and five did not", () => {
    let compared = 0;
    for (const one of world().asked)
      for (const division of ["Level", "Tenure"] as const) {
        const half = halfYearIn(one.months);
        const steps = groupsIn(world(), one, "participationBy", division);
        for (const doing of doings) {
          const doers = steps.map(({ people }) => people.filter((person) => did(person, doing, half)).length);
          const isFew = steps.map(
            ({ people }, at) => (doers[at] ?? 0) < FEWEST || people.length - (doers[at] ?? 0) < FEWEST,
          );
          const told = steps.map(({ cells }) => cells[doing]);

          for (const [at, cell] of told.entries()) {
            if (isTold(cell)) expect(cell).toBe((doers[at] ?? 0) / (steps[at]?.people.length ?? 0));
            if (isFew[at]) expect(cell).toEqual(few);
          }
          if (!isFew.includes(true)) expect(told.every(isTold)).toBe(true);
          expect(told.filter((cell) => !isTold(cell)).length).not.toBe(1);
          compared += told.filter(isTold).length;
        }
      }
    expect(compared).toBeGreaterThan(0);
  });

  it("how often ideas come through is what became of each of them, one by one", () => {
    for (const one of world().asked)
      for (const division of divisions) {
        const isStep = division === "Level" || division === "Tenure";
        const months = isStep ? halfYearIn(one.months) : quartersIn(one.months);
        for (const { cells, people } of groupsIn(world(), one, "successBy", division)) {
          const { ideas, accepted, implemented, heard, proposers, others } = slowSuccess(people, months);
          const isFew = isStep ? proposers < FEWEST || others < FEWEST : isSome(proposers);
          const told = [cells.ideas, cells.accepted, cells.implemented, cells.heard];

          if (told.every(isTold)) expect(told).toEqual([ideas, accepted, implemented, heard]);
          else expect(told).toEqual([few, few, few, few]);
          if (isFew) expect(cells.ideas).toEqual(few);
        }
      }
  });

  it("voices are missing of whom the whole interval lies below everybody's share", () => {
    for (const one of world().asked) {
      const missing = divisions.flatMap((division) => {
        const isStep = division === "Level" || division === "Tenure";
        const months = isStep ? halfYearIn(one.months) : one.months;
        return groupsIn(world(), one, "participationBy", division).flatMap(({ cells, people }) => {
          const doers = people.filter((person) => did(person, "tookPart", months)).length;
          const interval = slowInterval(doers, people.length);
          const everybody = shareOf(one.people, "tookPart", months);
          const isMissing = isTold(cells.tookPart) && interval.high < everybody;
          return isMissing ? [[cells.group, people.length, doers / people.length, interval.low, interval.high]] : [];
        });
      });
      const told = rowsOf(one, "missingVoices").map(({ cells }) => [
        ...[cells.group, cells.people, cells.share, cells.low, cells.high],
      ]);
      const inOrder = (rows: unknown[][]) =>
        rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell.toFixed(9) : cell))).toSorted();

      expect(inOrder(told)).toEqual(inOrder(missing));
      expect(told.map((row) => Number(row[4]))).toEqual(told.map((row) => Number(row[4])).toSorted((a, b) => a - b));
    }
  });
}

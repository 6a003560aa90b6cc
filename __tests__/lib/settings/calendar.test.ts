import { db } from "@/lib/platform/db/client";
import {
  addHolidays,
  changeCalendar,
  findCalendar,
  promiseCalendar,
  promisesFrom,
  removeHoliday,
} from "@/lib/settings/calendar";
import { calendarInput, holidayLines } from "@/lib/settings/schema";
import { eventsOf, hire } from "../../support/database";

const administrator = () => hire({ roles: ["administrator"] });
const pasted = (lines: string) => holidayLines.parse({ lines });
const form = {
  monday: "on",
  tuesday: "on",
  friday: "on",
  timeZone: "Europe/Madrid",
  answerDays: "2",
  decisionDays: "10",
  escalatesTo: "administrator,executive",
};

beforeEach(async () => {
  await db.holiday.deleteMany();
  await db.organisation.deleteMany();
});

it("promises an answer in 3 working days and a decision in 15 until somebody changes it", async () => {
  await hire();
  const calendar = await promiseCalendar();

  expect(calendar).toMatchObject({ weekdays: [1, 2, 3, 4, 5], answerDays: 3, decisionDays: 15 });
  expect(promisesFrom(calendar, new Date("2026-11-20T12:00:00Z"))).toEqual({
    answerDueAt: new Date("2026-11-26T03:00:00Z"),
    decisionDueAt: new Date("2026-12-12T03:00:00Z"),
  });
});

it("counts as it was told last, and remembers how it was before", async () => {
  const elena = await administrator();
  await changeCalendar(elena, calendarInput.parse(form));
  await changeCalendar(elena, calendarInput.parse(form));

  expect(await promiseCalendar()).toMatchObject({ timeZone: "Europe/Madrid", weekdays: [1, 2, 5], answerDays: 2 });
  expect((await findCalendar(elena)).calendar).toMatchObject({ escalatesTo: ["administrator", "executive"] });
  const [event, ...others] = await db.event.findMany({ where: { subjectId: elena.id } });
  expect(others).toEqual([]);
  expect(event).toMatchObject({
    type: "calendar.changed",
    payload: {
      from: { timeZone: "America/Santiago", answerDays: 3 },
      to: { timeZone: "Europe/Madrid", answerDays: 2 },
    },
  });
});

it("takes pasted holidays, a line each, and skips those that are there", async () => {
  const elena = await administrator();
  await addHolidays(elena, pasted("2026-12-25 Navidad\n\n2027-01-01\tAño Nuevo\r\n2026-12-08: Inmaculada"));
  await addHolidays(elena, pasted("2026-12-25 Christmas\n2027-01-06, Reyes"));

  const { holidays } = await findCalendar(elena);
  expect(holidays.map(({ day, name }) => `${day} ${name}`)).toEqual([
    "2026-12-08 Inmaculada",
    "2026-12-25 Navidad",
    "2027-01-01 Año Nuevo",
    "2027-01-06 Reyes",
  ]);
  expect(await eventsOf(holidays[1]?.id ?? "")).toEqual(["holiday.added"]);
  expect((await promiseCalendar()).holidays).toContain("2027-01-06");
});

it("lets a day be worked again, and remembers that", async () => {
  const elena = await administrator();
  await addHolidays(elena, pasted("2026-12-25 Navidad"));
  const holidayId = (await findCalendar(elena)).holidays[0]?.id ?? "";

  await removeHoliday(elena, { holidayId });

  expect((await findCalendar(elena)).holidays).toEqual([]);
  expect(await eventsOf(holidayId)).toEqual(["holiday.added", "holiday.removed"]);
  await expect(removeHoliday(elena, { holidayId })).rejects.toMatchObject({ code: "not_found" });
});

it.each(["2026-02-30 Nothing", "25/12/2026 Navidad", "2026-12-25", "1999-12-31 Long ago", "Navidad"])(
  "does not guess what is meant by “%s”",
  (line) => {
    expect(holidayLines.safeParse({ lines: `2026-12-25 Navidad\n${line}` }).error?.issues).toMatchObject([
      { path: ["lines"], message: "calendar.lineUnclear" },
    ]);
  },
);

it("refuses a week without a working day, and a decision before the answer, on their fields", () => {
  const { monday: _, tuesday: __, friday: ___, ...idle } = form;
  const reasons = (input: object) =>
    calendarInput.safeParse(input).error?.issues.map(({ path, message }) => [path[0], message]);

  expect(reasons(idle)).toEqual([["weekdays", "calendar.noWorkingDay"]]);
  expect(reasons({ ...form, decisionDays: "1" })).toEqual([["decisionDays", "calendar.decisionBeforeAnswer"]]);
});

it("is for administrators", async () => {
  const ana = await hire({ roles: ["employee", "reviewer", "moderator"] });
  const forbidden = { code: "forbidden" };

  await expect(findCalendar(ana)).rejects.toMatchObject(forbidden);
  await expect(changeCalendar(ana, calendarInput.parse(form))).rejects.toMatchObject(forbidden);
  await expect(addHolidays(ana, pasted("2026-12-25 Navidad"))).rejects.toMatchObject(forbidden);
  await expect(removeHoliday(ana, { holidayId: ana.id })).rejects.toMatchObject(forbidden);
});

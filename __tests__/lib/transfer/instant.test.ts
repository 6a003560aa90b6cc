import { readInstant } from "@/lib/transfer/instant";

it.each([
  ["2026-01-09", "Europe/Madrid", "2026-01-09T11:00:00.000Z", false],
  ["01/02/2024", "Europe/Madrid", "2024-02-01T11:00:00.000Z", false],
  ["2015-09-15 10:50:19", "Europe/Madrid", "2015-09-15T08:50:19.000Z", true],
  ["2018-02-13T05:06:01Z", "Europe/Madrid", "2018-02-13T05:06:01.000Z", true],
  ["2020-03-02T12:06:20.235Z", "UTC", "2020-03-02T12:06:20.235Z", true],
  ["2025-03-09 10:00:00 +0100", "UTC", "2025-03-09T09:00:00.000Z", true],
  ["2027-09-05 00:30:00", "America/Santiago", "2027-09-05T04:30:00.000Z", true],
])("reads %s in %s", (text, zone, at, exact) => {
  const instant = readInstant(text, zone);

  expect([instant?.at.toISOString(), instant?.exact]).toEqual([at, exact]);
});

it.each(["", "yesterday", "2026-02-30", "2026-13-01", "0000-00-00", "31/04/2024", "2026-01-09 25:00:00", "1/2/24"])(
  "does not guess what %p means",
  (text) => {
    expect(readInstant(text, "UTC")).toBeUndefined();
  },
);

import { oneAtATime } from "@/lib/insights/report/turns";

/** Something that goes on until it is told to end. */
function given(name: string) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const make = jest.fn(async () => {
    await ended;
    return name;
  });
  return { make, end };
}

it("refuses a person's second file while the first is made, and makes another's", async () => {
  const [first, second, other] = [given("first"), given("second"), given("other")];
  const [mine, theirs] = [oneAtATime("grace", first.make), oneAtATime("diego", other.make)];

  await expect(oneAtATime("grace", second.make)).rejects.toMatchObject({
    code: "too_many",
    reason: "exports.oneAtATime",
    retryAfterS: expect.any(Number),
  });
  first.end();
  other.end();
  expect(await Promise.all([mine, theirs])).toEqual(["first", "other"]);
  expect(second.make).not.toHaveBeenCalled();
});

it("makes the next once the one before is there, or has failed", async () => {
  await expect(oneAtATime("grace", () => Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");

  expect(await oneAtATime("grace", async () => "made")).toBe("made");
  expect(await oneAtATime("grace", async () => "made again")).toBe("made again");
});

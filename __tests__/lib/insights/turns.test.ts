import { inTurn } from "@/lib/insights/report/turns";

/** Something that goes on until it is told to end. */
function given(name: string, log: string[]) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const make = async () => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { make, end };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it("makes one person's files one after the other, and another's meanwhile", async () => {
  const log: string[] = [];
  const [first, second, other] = ["first", "second", "other"].map((name) => given(name, log)) as [
    ReturnType<typeof given>,
    ReturnType<typeof given>,
    ReturnType<typeof given>,
  ];
  const all = [inTurn("grace", first.make), inTurn("grace", second.make), inTurn("diego", other.make)];
  await settled();
  expect(log).toEqual(["first begins", "other begins"]);

  second.end();
  first.end();
  other.end();
  expect(await Promise.all(all)).toEqual(["first", "second", "other"]);
  expect(log.indexOf("second begins")).toBeGreaterThan(log.indexOf("first ends"));
});

it("goes on with the next where one fails", async () => {
  const failing = inTurn("grace", () => Promise.reject(new Error("no disk")));
  const next = inTurn("grace", async () => "made");

  await expect(failing).rejects.toThrow("no disk");
  expect(await next).toBe("made");
});

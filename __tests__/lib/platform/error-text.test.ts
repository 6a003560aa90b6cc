import { describeError, withoutQuotes } from "@/lib/platform/error-text";

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

it("what is written down of an error says where and of which kind, not what people had typed", () => {
  const errors = [
    thrownBy(() => JSON.parse('{"email": canary@example.org')),
    thrownBy(() => new URL("canary typed this")),
    thrownBy(() => BigInt("canary")),
    new Error('duplicate key: "canary" is there'),
    new Error("nobody has canary@example.org"),
    Object.assign(new Error("violates"), { detail: "Key (email)=(canary) exists", parameters: ["canary"] }),
  ];

  expect(JSON.stringify(errors.map(describeError).map(({ stack: _, ...rest }) => rest))).not.toMatch(/canary@|"canary/);
  expect(describeError(errors[0])).toMatchObject({ type: "SyntaxError", text: "" });
  expect(describeError(errors[0]).stack[0]).toMatch(/^at JSON\.parse/);
});

it("a message over several lines, or one that a terminal would obey, becomes one line", () => {
  expect(withoutQuotes("first\r\n\u001b[31m second\u0007")).toBe("first second");
});

it("what is thrown without being an error is told by its kind alone", () => {
  expect(describeError("canary")).toEqual({ type: "string", text: "", stack: [] });
});

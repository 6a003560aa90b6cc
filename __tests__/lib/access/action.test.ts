import { z } from "zod";
import { visitorButtonAction, visitorFormAction } from "@/lib/access/action";

jest.mock("next/headers", () => ({ headers: async () => new Headers({ "sec-fetch-site": "same-origin" }) }));
jest.mock("next/cache", () => ({ refresh: () => undefined }));

const schema = z.strictObject({ word: z.string() });
const never = async () => {
  throw new Error("ran");
};

it.each([undefined, null, "word", { word: "a" }, [["word", "a"]]])("refuses a form that is none: %j", async (sent) => {
  const form = sent as unknown as FormData;

  expect(await visitorFormAction(schema, never, () => "/")(null, form)).toEqual({
    reason: "validation.checkFields",
    fields: { word: "validation.missing" },
    values: {},
  });
  await expect(visitorButtonAction(schema, never)(form)).resolves.toBeUndefined();
});

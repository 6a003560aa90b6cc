import { expect, test } from "@playwright/test";
import { api } from "@/lib/api";

test("whoever writes a program gets a valid OpenAPI 3.1 document, without signing in", async ({ request }) => {
  const { Validator } = await import("@seriousme/openapi-schema-validator");
  const answer = await request.get("/api/v1/openapi.json");
  const validator = new Validator();

  expect(await validator.validate(await answer.json())).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect(answer.headers()["cache-control"]).toBe("public, max-age=3600");
});

test("everything that can be sent and answered is described in words or named", async ({ request }) => {
  const { paths, components } = await (await request.get("/api/v1/openapi.json")).json();
  const operations = Object.values(paths).flatMap((path) => Object.values(path as Record<string, Operation>));
  const sent = operations.flatMap(({ parameters, requestBody }) => [
    ...parameters.filter((parameter) => parameter.in === "query").map(({ name, description }) => [name, description]),
    ...Object.entries(requestBody?.content["application/json"].schema.properties ?? {}).map(([name, property]) => [
      name,
      property.description,
    ]),
  ]);

  expect(operations).toHaveLength(Object.keys(api).length);
  expect(sent.filter(([, description]) => !description)).toEqual([]);
  expect(Object.keys(components.schemas)).toEqual(
    expect.arrayContaining(["Idea", "IdeaPage", "ListedIdea", "Tally", "Comment", "CommentPage", "Problem"]),
  );
});

type Described = { description?: string };
type Operation = {
  parameters: (Described & { name: string; in: string })[];
  requestBody?: { content: { "application/json": { schema: { properties: Record<string, Described> } } } };
};

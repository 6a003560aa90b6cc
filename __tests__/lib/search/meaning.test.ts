import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { forgetFailures } from "@/lib/platform/embeddings";
import { forgetEnv } from "@/lib/platform/env";
import { learnMeanings } from "@/lib/search/meaning";
import { similarIdeas } from "@/lib/search/similar-ideas";
import { givenIdea, hire } from "../../support/database";

/** A model server that knows two things: what is about sitting, and what is not. */
let server: Server;
let answers: "well" | "late" | "badly" = "well";
const asked: { url: string; model: string; input: string[]; key: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { model, input } = JSON.parse(body) as { model: string; input: string[] };
    asked.push({ url: request.url ?? "", model, input, key: request.headers.authorization });
    if (answers === "late") return;
    response.writeHead(answers === "well" ? 200 : 500, { "content-type": "application/json" });
    const data = input.map((text, index) => ({
      index,
      embedding: /chair|bench|sit/i.test(text) ? [3, 0.1, 0] : [0, 0.1, 3],
    }));
    response.end(JSON.stringify({ data }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function configured(isOn: boolean): void {
  const { port } = server.address() as AddressInfo;
  if (isOn) Object.assign(process.env, { EMBEDDINGS_URL: `http://127.0.0.1:${port}/v1`, EMBEDDINGS_KEY: "k" });
  else delete process.env.EMBEDDINGS_URL;
  // Long enough for a busy machine; whoever never answers costs three times as much.
  process.env.EMBEDDINGS_TIMEOUT_MS = "2000";
  forgetEnv();
  forgetFailures();
}

beforeEach(() => {
  answers = "well";
  asked.length = 0;
});
afterEach(() => configured(false));

const titles = async (title: string) => (await similarIdeas(await hire(), { title })).map((idea) => idea.title);

it("asks nobody unless it is told whom", async () => {
  configured(false);
  await givenIdea({ title: "Garden hose for the garden" });

  expect(await learnMeanings()).toBe(0);
  await titles("Garden hose");
  expect(asked).toEqual([]);
});

it("puts first what means the same, where words leave it open", async () => {
  configured(true);
  await givenIdea({ title: "Spades for the garden" });
  await givenIdea({ title: "Chairs for the garden" });
  await givenIdea({ title: "Lights for the garden" });
  while ((await learnMeanings()) > 0);

  expect((await titles("Somewhere to sit down, garden"))[0]).toBe("Chairs for the garden");
  expect(asked[0]).toMatchObject({ url: "/v1/embeddings", model: "nomic-embed-text", key: "Bearer k" });
});

it.each(["late", "badly"] as const)(
  "goes on without a service that answers %s, and leaves it alone for a while",
  async (how) => {
    configured(true);
    answers = how;
    await givenIdea({ title: "Lanterns along the river path" });

    for (let n = 0; n < 5; n++) expect(await titles("Lanterns along the river path")).not.toEqual([]);
    expect(asked).toHaveLength(3);
  },
);

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { givenIdea, hire } from "@/__tests__/support/database";
import { openPostOffice } from "@/__tests__/support/post-office";
import type { Posting } from "@/__tests__/support/posting-process";
import { db } from "@/lib/platform/db/client";

/** How often the worker is killed; the product promises that any moment will do. */
const KILLS = 50;

/** As long as a worker may live, at random: from before its first statement until after many mails. */
const LONGEST_MS = 350;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});

let folder = "";

/** The processes as one file each, by the bundler that tsx brings along: they load in a third of the time. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tormenta-killed-"));
  const { loadByNode } = globalThis as typeof globalThis & {
    loadByNode: (name: "esbuild") => typeof import("esbuild");
  };
  await loadByNode("esbuild").build({
    entryPoints: ["mailing-process", "posting-process"].map((name) => `__tests__/support/${name}.ts`),
    outdir: folder,
    bundle: true,
    platform: "node",
    jsx: "automatic",
    external: ["pg-native"],
    // Of no consequence here: where the package's own command line lies.
    define: { "import.meta.url": '"file:///bundled.js"' },
  });
});

afterAll(() => rm(folder, { recursive: true }));

/** Starts a process of ours; resolves when it has loaded everything and waits for a word. */
async function startProcess(name: string, smtpUrl: string, argument = ""): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(folder, `${name}.js`), argument], {
    env: { ...process.env, NODE_ENV: "test", SMTP_URL: smtpUrl, NODE_COMPILE_CACHE: folder },
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.push(child);
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`)));
  await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), ended]);
  ended.catch(() => undefined);
  return child;
}

const tell = (child: ChildProcess) => child.stdin?.write("now\n");

/** Tells a process to come to its end, and waits for it. */
async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  if (child.exitCode !== null) throw new Error(`it ended too early, with ${child.exitCode}`);
  tell(child);
  await gone;
}

/** Has one worker after the other begin, and kills each at a random moment. The next ones load meanwhile. */
async function killWorkers(smtpUrl: string): Promise<void> {
  const start = () => startProcess("mailing-process", smtpUrl);
  const spares = [start(), start()];
  for (let kill = 0; kill < KILLS; kill++) {
    const worker = await (spares.shift() as Promise<ChildProcess>);
    if (kill + spares.length < KILLS) spares.push(start());
    tell(worker);
    await sleep(Math.random() * LONGEST_MS);
    const gone = once(worker, "exit");
    worker.kill("SIGKILL");
    await gone;
  }
}

const waiting = async () => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pgboss.job where name = any ('{react,reaction,mail}') and state < 'completed'`;
  return row?.count ?? 0;
};

it("a worker killed at any moment forgets no mail that was committed, sends none that was not, and a second copy has the same name", async () => {
  const office = await openPostOffice();
  const [reviewer, author] = [await hire({ roles: ["reviewer"] }), await hire()];
  const ideas = await Promise.all(Array.from({ length: 5 }, () => givenIdea({ author, status: "in_review" })));
  const posting: Posting = { ideaIds: ideas.map(({ id }) => id), reviewerId: reviewer.id };

  const people = await startProcess("posting-process", office.url, JSON.stringify(posting));
  await killWorkers(office.url);
  await end(people);

  const last = await startProcess("mailing-process", office.url);
  tell(last);
  while ((await waiting()) > 0) await sleep(100);
  await end(last);
  await office.close();

  const events = await db.event.count({ where: { type: "idea.answered" } });
  const told = await db.notification.findMany({ select: { id: true } });
  const names = office.deliveries.map(({ source }) => /^Message-ID: <(.*)@localhost>/im.exec(source)?.[1]);
  const answers = new Set(office.deliveries.map(({ source }) => /Answer [\w-]{36}/.exec(source)?.[0]));
  process.stderr.write(`${KILLS} kills, ${events} answers, ${names.length} mails sent\n`);
  expect(events).toBeGreaterThan(KILLS);
  expect(told).toHaveLength(events);
  expect([...new Set(names)].sort()).toEqual(told.map(({ id }) => id).sort());
  expect(answers.size).toBe(events);
}, 600_000);

// Runs a script of this folder on a fresh machine: installs what is missing, then goes on under the Node that the
// project brings along. Plain JavaScript without packages, because it is what runs before there are any.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const bin = join(modules, ".bin");
const stamp = join(modules, ".tormenta");
const schema = join(root, "prisma/schema");
const [script, ...options] = process.argv.slice(2);

const say = (text) => process.stderr.write(`${text}\n`);

function giveUp(text) {
  say(`\n${text}\n`);
  process.exit(1);
}

const digestOf = (files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
};

const schemaFiles = () =>
  readdirSync(schema)
    .sort()
    .map((name) => join(schema, name));
const wanted = () => ({ packages: digestOf([join(root, "package-lock.json")]), client: digestOf(schemaFiles()) });

function present() {
  try {
    return JSON.parse(readFileSync(stamp, "utf8"));
  } catch {
    return {};
  }
}

/** Runs a command that takes a while, showing that it goes on; its own words only matter when it fails. */
function work(what, command, args, env) {
  return new Promise((done) => {
    const started = Date.now();
    const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
    const tick = process.stderr.isTTY
      ? setInterval(() => process.stderr.write(`\r${what} … ${seconds()} `), 1000)
      : undefined;
    if (!tick) say(`${what} …`);
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let words = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => (words = (words + data).slice(-20_000)));
    child.on("error", (error) => (words += error.message));
    child.on("close", (code) => {
      clearInterval(tick);
      if (code === 0) say(`${process.stderr.isTTY ? "\r" : ""}${what}: done in ${seconds()}`);
      else giveUp(`${what} failed:\n\n${words.trim().split("\n").slice(-25).join("\n")}`);
      done();
    });
  });
}

async function install() {
  const { packages, client } = wanted();
  const before = present();
  const generated = existsSync(join(root, "lib/platform/db/generated/client.ts"));
  if (before.packages !== packages || !existsSync(join(bin, "node"))) {
    await work(
      "Installing the packages (a minute or two the first time)",
      "npm",
      // Not `npm ci`: it refuses wherever a registry lacks the packages of other systems, though nobody here needs them.
      // This takes the locked versions just as well, and leaves the lock alone.
      ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund"],
      { NODE_ENV: "" },
    );
  } else if (before.client === client && generated) return;
  await work("Preparing the database client", join(bin, "node"), [join(modules, "prisma/build/index.js"), "generate"], {
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  });
  writeFileSync(stamp, JSON.stringify({ packages, client }));
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  giveUp(`Tormenta needs Node 20 or newer to install itself; this is ${process.version}.`);
}
if (!script || !existsSync(join(root, "scripts", `${script}.ts`))) giveUp(`There is no script "${script ?? ""}".`);
if (spawnSync("npm", ["--version"]).status !== 0) giveUp("npm is missing; it comes with Node, or as the package npm.");
await install();

const child = spawn(join(bin, "node"), ["--import", "tsx", join(root, "scripts", `${script}.ts`), ...options], {
  cwd: root,
  env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: "1" },
  stdio: "inherit",
});
// Ctrl-C reaches the child by itself; ending first would leave it without a terminal. Other signals are handed on.
process.on("SIGINT", () => undefined);
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { limits } from "../lib/platform/limits";
import { migrate } from "../prisma/migrate";
import { startCluster } from "./cluster";
import { dataDir } from "./places";
import { freePort } from "./postgres-server";
import { atEnd, step } from "./say";
import { startServer, untilReady } from "./server";
import { Trouble } from "./trouble";

const DATABASE = "portal_test";

/** Whose people get an account on their first sign-in. */
const NEWCOMERS = "newcomers.example";

/** A real identity provider that asks for name and address in the browser. Answers the portal's settings for it. */
async function startIdentityProvider(portal: string): Promise<Record<string, string>> {
  const script = ["__tests__/support/oidc-server.mjs", `${portal}/api/auth/callback/oidc`, "login-form"];
  const child = spawn(process.execPath, script, { stdio: ["ignore", "pipe", "ignore"], detached: true });
  atEnd(async () => child.kill());
  const [issuer] = await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => Promise.reject(new Trouble("The identity provider of the browser tests ended."))),
  ]);
  return {
    OIDC_ISSUER: String(issuer).trim(),
    OIDC_CLIENT_ID: "tormenta",
    OIDC_CLIENT_SECRET: "tormenta-secret",
    OIDC_NAME: "Company login",
    SIGN_UP_DOMAINS: NEWCOMERS,
  };
}

/**
 * The built portal with fresh demo content, for the tests in a browser and over HTTP: on its own database, port and identity provider.
 *
 * @returns what the tests need to know, as settings of their process
 */
export async function startTestPortal(): Promise<Record<string, string>> {
  const cluster = await startCluster(join(dataDir(), "test"));
  atEnd(cluster.stop);
  await cluster.dropDatabase(DATABASE);
  const databaseUrl = await cluster.ensureDatabase(DATABASE);
  await migrate(databaseUrl);

  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only",
    TORMENTA_DEMO: "true",
    LOG_LEVEL: "warn",
    // A test does in seconds what people do in days; those about limits start a portal of their own.
    LIMITS: Object.keys(limits)
      .map((name) => `${name}=1000000`)
      .join(),
    ...(await startIdentityProvider(url)),
  };
  Object.assign(process.env, env);
  const { loadDemo } = await import("../lib/transfer/load-demo");
  const { disconnect } = await import("../lib/platform/db/client");
  await step("Loading the demo content for the tests of the portal", loadDemo);
  await disconnect();

  const server = startServer(port, "127.0.0.1", env);
  atEnd(server.stop);
  await untilReady(port, server);
  return { PORTAL_URL: url, DATABASE_URL: databaseUrl };
}

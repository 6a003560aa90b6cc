import { z } from "zod";
import { readLimits } from "./limits";

const flag = z.stringbool().default(false);
const text = z.string().max(2000);
const optionalUrl = z.url().optional();

/** Every setting there is. Nothing else reads process.env. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** `postgresql://user:password@host:port/database`. The start script fills it in for the embedded server. */
  DATABASE_URL: text.min(1),
  /** Connections that one process holds at most. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** The address people type, such as `https://ideas.example.org`. */
  NEXTAUTH_URL: z.url(),
  /** At least 32 characters that nobody can guess. */
  NEXTAUTH_SECRET: text.min(32),
  /** Set by `npm run demo` alone; counts only together with a database that the demo loader filled. */
  TORMENTA_DEMO: flag,
  OIDC_ISSUER: optionalUrl,
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  /** What the sign-in button calls the identity provider. */
  OIDC_NAME: text.default("SSO"),
  /** Mail domains, separated by commas, whose people get an account on their first sign-in. Empty: nobody does. */
  SIGN_UP_DOMAINS: text.default("").transform((list) =>
    list
      .split(",")
      .map((domain) => domain.trim().toLowerCase())
      .filter(Boolean),
  ),
  /** How many proxies of ours stand in front, each adding to `X-Forwarded-For`. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Other numbers for some of the limits in limits.ts, such as `reads=1000, links=3`. */
  LIMITS: text.default("").transform((setting, context) => {
    const changed = readLimits(setting);
    if (!changed) context.addIssue({ code: "custom", message: "name limits as in: reads=1000, links=3" });
    return changed ?? z.NEVER;
  }),
  /** Whether the portal remembers which ideas people have had before their eyes; see lib/impressions. */
  IMPRESSIONS: z.stringbool().default(true),
  /** The base of an OpenAI-compatible service that makes vectors of texts, such as `http://localhost:11434/v1`. */
  EMBEDDINGS_URL: optionalUrl,
  /** Which of its models. Another one makes all vectors anew. */
  EMBEDDINGS_MODEL: text.max(200).default("nomic-embed-text"),
  EMBEDDINGS_KEY: text.optional(),
  /** How long somebody who writes waits for it at most. */
  EMBEDDINGS_TIMEOUT_MS: z.coerce.number().int().min(50).max(30_000).default(800),
  /** `smtp://user:password@host:port`. Without it there is no sign-in by mail. */
  SMTP_URL: text.optional(),
  MAIL_FROM: text.default("Tormenta <tormenta@localhost>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** The portal's settings, checked. */
export type Env = z.output<typeof schema>;

let checked: Env | undefined;

/**
 * The settings of this process, read once.
 *
 * @throws ZodError naming every setting that is missing or malformed; empty ones count as missing
 */
export function env(): Env {
  checked ??= schema.parse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")));
  return checked;
}

/** Forgets the settings that were read, so that a test can set others. */
export function forgetEnv(): void {
  checked = undefined;
}

import { Trouble } from "./trouble";

const isLoopback = (host: string) => ["localhost", "127.0.0.1", "[::1]"].includes(host);

const HOW_SECRET = `Make one and keep it, for example in the file .env beside package.json:

  echo "NEXTAUTH_SECRET=$(node -p 'require("crypto").randomBytes(32).toString("base64url")')" >> .env`;

const HOW_URL = `It is the address that people type, and that links in mails begin with. For example in .env:

  NEXTAUTH_URL=https://ideas.example.org`;

/**
 * Makes sure that a real portal is not started with settings that would make it unsafe.
 *
 * @throws Trouble saying what is wrong, and how to make it right
 */
export function requireRealSettings(env: Record<string, string | undefined>): { url: string } {
  const { NEXTAUTH_SECRET: secret = "", NEXTAUTH_URL: address = "" } = env;
  if (!secret) throw new Trouble(`NEXTAUTH_SECRET is missing: the secret that protects signing in. ${HOW_SECRET}`);
  if (secret.length < 32 || new Set(secret).size < 12) {
    throw new Trouble(`NEXTAUTH_SECRET is weak: it needs at least 32 characters that nobody can guess. ${HOW_SECRET}`);
  }
  if (!address) throw new Trouble(`NEXTAUTH_URL is missing. ${HOW_URL}`);
  if (!URL.canParse(address)) throw new Trouble(`NEXTAUTH_URL is "${address}", which is no address. ${HOW_URL}`);
  const { protocol, hostname, origin } = new URL(address);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname))) {
    throw new Trouble(
      `NEXTAUTH_URL is "${address}": without https passwords and sessions could be read on the way. ${HOW_URL}`,
    );
  }
  if (env.TORMENTA_DEMO)
    throw new Trouble(
      "TORMENTA_DEMO is set: a real portal lets nobody in without proof. Unset it, or run: npm run demo",
    );
  return { url: origin };
}

import { parseArgs } from "node:util";
import { DEMO, openForCommand } from "./database";
import { main, say } from "./say";
import { Trouble } from "./trouble";

const HOW = `Prints a token with which a program uses the portal's API in somebody's name:

  npm run token -- --email someone@example.org [--scopes read,write] [--days 90] [--name "Weekly report"] [--demo]

or, for somebody who cannot get in otherwise, an address to sign in once within ten minutes:

  npm run token -- --email someone@example.org --sign-in`;

const options = {
  email: { type: "string" },
  scopes: { type: "string", default: "read,write" },
  days: { type: "string", default: "90" },
  name: { type: "string", default: "Made on the server" },
  demo: { type: "boolean", default: false },
  "sign-in": { type: "boolean", default: false },
} as const;

function given() {
  try {
    const { email, ...rest } = parseArgs({ options }).values;
    if (email) return { email, ...rest };
  } catch (error) {
    throw new Trouble(`${(error as Error).message}\n\n${HOW}`);
  }
  throw new Trouble(HOW);
}

main(async () => {
  const { email, scopes, days, name, demo, "sign-in": signIn } = given();
  const { tokenInput } = await import("../lib/settings/schema");
  const input = tokenInput.safeParse({ name, days, use: scopes });
  if (!input.success) throw new Trouble(`--scopes are read, write or read,write; --days from 1 to 365.\n\n${HOW}`);

  await openForCommand(demo ? DEMO : undefined);
  const { issueTokenFor } = await import("../lib/access/tokens");
  const { signInLinkFor } = await import("../lib/access/mail-link");
  const printed = signIn ? await signInLinkFor(email) : await issueTokenFor(email, input.data);
  if (!printed) throw new Trouble(`Nobody with the address ${email} may sign in to this portal.`);
  say(
    signIn ? "Works once, within ten minutes:" : `A token for ${email}, ${scopes}, for ${days} days. Shown just once:`,
  );
  process.stdout.write(`${printed}\n`);
  return 0;
});

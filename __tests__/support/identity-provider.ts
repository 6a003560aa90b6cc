import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** What the identity provider says of somebody. */
export type Account = { sub: string; email?: string; email_verified?: boolean; name?: string };

/** A browser's cookies, which is all of a browser that a sign-in needs. */
export type Jar = Map<string, string>;

/** Keeps what an answer set, as a browser would. */
export function keepCookies(jar: Jar, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split(/=(.*)/s);
    if (/max-age=0/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }
}

export const cookieHeader = (jar: Jar): string => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

/** A real OIDC server. It refuses requests without PKCE. */
export class IdentityProvider {
  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
  ) {}

  static async open(redirectUri: string, ...options: string[]): Promise<IdentityProvider> {
    const script = join(__dirname, "oidc-server.mjs");
    const child = spawn(process.execPath, [script, redirectUri, ...options], { stdio: ["ignore", "pipe", "ignore"] });
    const issuer = await new Promise<string>((done, fail) => {
      child.stdout?.once("data", (data) => done(String(data).trim()));
      child.once("exit", (code) => fail(new Error(`the OIDC server ended with ${code}`)));
    });
    return new IdentityProvider(child, issuer);
  }

  close(): void {
    this.child.removeAllListeners("exit");
    this.child.kill();
  }

  /** Whoever signs in next. */
  async isAbout(account: Account): Promise<void> {
    await fetch(`${this.issuer}/account`, { method: "PUT", body: JSON.stringify(account) });
  }

  /** Follows the provider's own pages from `url` until it sends the browser back to the portal; answers that address. */
  async walk(url: string): Promise<string> {
    const jar: Jar = new Map();
    let here = url;
    for (let step = 0; step < 10 && here.startsWith(this.issuer); step++) {
      const answer = await fetch(here, { redirect: "manual", headers: { cookie: cookieHeader(jar) } });
      keepCookies(jar, answer);
      const location = answer.headers.get("location");
      if (!location) throw new Error(`the provider refused: ${answer.status} ${await answer.text()}`);
      here = new URL(location, here).href;
    }
    return here;
  }
}

// A real identity provider for tests, in a process of its own because its package cannot be loaded by Jest.
// It signs in whoever `PUT /account` named last, without asking; with "login-form" it asks in the browser instead.
// Prints its address when it is ready.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { Provider } from "oidc-provider";

const [, , redirectUri, ...wishes] = process.argv;
const accounts = new Map();
let current;

const LOGIN_FORM = `<!doctype html><html lang="en"><title>Company login</title><link rel="icon" href="data:,">
<h1>Company login</h1><form method="post"><label>E-mail <input name="email"></label> <label>Name <input name="name"></label> <button>Log in</button></form></html>`;

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "tormenta", client_secret: "tormenta-secret", redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !wishes.includes("claims-in-token"),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["only for tests"] },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url === "/account") return become(request, response);
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    if (!wishes.includes("login-form")) return letIn(current);
    if (request.method === "POST") return logIn(request, letIn);
    response.setHeader("content-type", "text/html; charset=utf-8").end(LOGIN_FORM);

    function letIn(accountId) {
      return provider.interactionFinished(request, response, { login: { accountId } });
    }
  });
  process.stdout.write(`${issuer}\n`);
});

async function become(request, response) {
  const { sub, ...claims } = JSON.parse(await text(request));
  accounts.set(sub, claims);
  current = sub;
  response.end();
}

/** Believes whatever is typed. An account is called by its address, so that typing it again is the same account. */
async function logIn(request, letIn) {
  const typed = new URLSearchParams(await text(request));
  const email = typed.get("email");
  accounts.set(email, { email, email_verified: true, name: typed.get("name") });
  await letIn(email);
}

// A real identity provider for tests, in a process of its own because its package cannot be loaded by Jest.
// It signs in whoever `PUT /account` named last, without asking. Prints its address when it is ready.
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const redirectUri = process.argv[2];
const accounts = new Map();
let current;

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "tormenta", client_secret: "tormenta-secret", redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: process.argv[3] !== "claims-in-token",
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
    provider.interactionFinished(request, response, { login: { accountId: current } });
  });
  process.stdout.write(`${issuer}\n`);
});

function become(request, response) {
  let text = "";
  request.on("data", (chunk) => {
    text += chunk;
  });
  request.on("end", () => {
    const { sub, ...claims } = JSON.parse(text);
    accounts.set(sub, claims);
    current = sub;
    response.end();
  });
}

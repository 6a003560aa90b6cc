import { finishOidc, startOidc } from "@/lib/access/oidc";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only the two steps that are needed: whatever else next-auth would answer here, it is not asked. */
const only =
  (step: string, run: (request: Request) => Promise<Response>) =>
  async (request: Request, { params }: Context): Promise<Response> =>
    (await params).nextauth.join("/") === step ? run(request) : new Response(null, { status: 404 });

export const POST = only("signin/oidc", startOidc);
export const GET = only("callback/oidc", finishOidc);

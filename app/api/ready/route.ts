import { isReady } from "@/lib/platform/db/is-ready";

/** Whether the portal can serve: its database answers and has the schema that this build expects. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? "ready" : "not ready" },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

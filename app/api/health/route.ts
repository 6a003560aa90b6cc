/** Whether the process answers at all; asks nobody else, so a busy database does not get it restarted. */
export const GET = () => Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });

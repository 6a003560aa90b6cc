import { openApi } from "@/lib/access/open-api";
import { api } from "@/lib/api";

export const dynamic = "force-static";

/** What can be asked and what is answered. For everybody: it tells nothing of what is inside, and tools fetch it. */
export const GET = () => Response.json(openApi(api), { headers: { "cache-control": "public, max-age=3600" } });

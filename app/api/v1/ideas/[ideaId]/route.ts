import { endpoint } from "@/lib/access/endpoint";
import { api } from "@/lib/api";

export const GET = endpoint(api.findIdea);
export const PATCH = endpoint(api.editIdea);

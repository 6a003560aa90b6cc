import { endpoint } from "@/lib/access/endpoint";
import { api } from "@/lib/api";

export const PUT = endpoint(api.stateOutcome);

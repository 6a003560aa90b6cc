import { beacon } from "@/lib/access/beacon";
import { noteSightings } from "@/lib/impressions/commands";
import { sightingsInput } from "@/lib/impressions/schema";

export const POST = beacon(sightingsInput, noteSightings);

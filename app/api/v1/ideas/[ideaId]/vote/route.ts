import { endpoint } from "@/lib/access/endpoint";
import { ideaRef } from "@/lib/ideas/schema";
import { castVote, withdrawVote } from "@/lib/votes/commands";

export const PUT = endpoint(ideaRef, castVote);
export const DELETE = endpoint(ideaRef, withdrawVote);

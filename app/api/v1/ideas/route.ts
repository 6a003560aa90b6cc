import { endpoint } from "@/lib/access/endpoint";
import { submitIdea } from "@/lib/ideas/commands";
import { submissionInput } from "@/lib/ideas/schema";
import { listIdeas } from "@/lib/ranking/list-ideas";
import { listInput } from "@/lib/ranking/schema";

export const GET = endpoint(listInput, listIdeas);
export const POST = endpoint(submissionInput, submitIdea, 201);

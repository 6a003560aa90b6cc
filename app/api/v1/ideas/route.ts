import { endpoint } from "@/lib/access/endpoint";
import { submitIdea } from "@/lib/ideas/commands";
import { submissionInput } from "@/lib/ideas/schema";

export const POST = endpoint(submissionInput, submitIdea, 201);

import { endpoint } from "@/lib/access/endpoint";
import { editIdea } from "@/lib/ideas/commands";
import { findIdea } from "@/lib/ideas/queries";
import { editInput, ideaRef } from "@/lib/ideas/schema";

export const GET = endpoint(ideaRef, (actor, { ideaId }) => findIdea(actor, ideaId));
export const PATCH = endpoint(editInput, editIdea);

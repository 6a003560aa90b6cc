import { endpoint } from "@/lib/access/endpoint";
import { postComment } from "@/lib/comments/commands";
import { listComments } from "@/lib/comments/queries";
import { commentInput, commentListInput } from "@/lib/comments/schema";

export const GET = endpoint(commentListInput, listComments);
export const POST = endpoint(commentInput, postComment, 201);

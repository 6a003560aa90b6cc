import { redirect } from "next/navigation";
import { page } from "@/app/door";
import { findPlace } from "@/lib/comments/queries";
import { commentPath, commentRef } from "@/lib/comments/schema";

/** The short address of a comment, for mails and programs that know nothing of its idea. */
export default page(commentRef, async (actor, ref) => redirect(commentPath(await findPlace(actor, ref))));

import { redirect } from "next/navigation";
import { page } from "@/app/door";
import { openNews } from "@/lib/notifications/commands";
import { notificationRef } from "@/lib/notifications/schema";

/** The address of one line of an inbox: leads to what it tells of, and counts as having read it. */
export default page(notificationRef, async (actor, ref) => redirect(await openNews(actor, ref)));

import { download } from "@/lib/access/download";
import { exportInput } from "@/lib/insights/schema";
import { takeAlong } from "@/lib/insights/take-along";

export const GET = download(exportInput, takeAlong);

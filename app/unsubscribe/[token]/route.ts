import { answerOneClick, leadToPage } from "@/lib/notifications/one-click";

export const GET = leadToPage;
export const POST = answerOneClick;

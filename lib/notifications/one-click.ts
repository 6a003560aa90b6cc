import { refusalOf, statusOf } from "../access/refusal";
import { atDoor } from "../platform/exchange";
import { parse } from "../platform/parse";
import { countVisit } from "../platform/rate-limit";
import { endMails } from "./choices";
import { unsubscribeInput, unsubscribeLink } from "./schema";

type Context = { params: Promise<{ token: string }> };

/**
 * Ends the mails that a link is about, for a mail program whose user pressed its button: one POST, without a session and
 * from anywhere, since the token is all that it takes (RFC 8058).
 */
export async function answerOneClick(_request: Request, { params }: Context): Promise<Response> {
  try {
    atDoor();
    await countVisit();
    await endMails(null, parse(unsubscribeInput, await params));
    return new Response(null, { status: 204 });
  } catch (error) {
    const refusal = refusalOf(error);
    return new Response(null, { status: statusOf[refusal === "defect" ? refusal : refusal.code] });
  }
}

/** Leads whoever follows the link, instead of pressing the button, to the page that asks: programs look at links too. */
export async function leadToPage(_request: Request, { params }: Context): Promise<Response> {
  atDoor();
  const { data } = unsubscribeLink.safeParse(await params);
  return new Response(null, { status: 303, headers: { location: `/unsubscribe?token=${data?.token ?? ""}` } });
}

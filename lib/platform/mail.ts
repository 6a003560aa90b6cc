import { createTransport } from "nodemailer";
import { now } from "./clock";
import { isDemo } from "./demo";
import { env } from "./env";

/**
 * A message to one person, as plain text and as HTML that say the same.
 *
 * `id` names it: a mail that is sent twice under one id is recognised as the same. `thread` names what it is about, so
 * that mails about one thing stand together. `headers` must not repeat what anybody typed.
 */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  id?: string;
  thread?: string;
  headers?: Record<string, string>;
};

/** A mail that the demo kept instead of sending it. */
export type KeptMail = Mail & { at: Date };

/** Enough to find one's own again; a demo that runs for weeks must not fill the memory. */
const KEPT = 50;

const held = globalThis as typeof globalThis & { tormentaMailbox?: KeptMail[] };

/** The mails of the demo, newest first. They live as long as the server. */
export const keptMails = (): readonly KeptMail[] => held.tormentaMailbox ?? [];

/** Whether mails reach anybody: over SMTP, or into the demo's mailbox. */
export const canMail = async (): Promise<boolean> => Boolean(env().SMTP_URL) || (await isDemo());

/** Line ends in a header would let its writer add headers of their own. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

/** An id as mails write them: unique in the world, by the portal's own name. */
const messageId = (id: string) => `<${id}@${new URL(env().NEXTAUTH_URL).hostname}>`;

/**
 * Sends a mail over SMTP. In the demo nothing leaves the machine: the mail is kept, and shown at /mail.
 *
 * @throws when the server cannot be reached or refuses the mail
 */
export async function sendMail(mail: Mail): Promise<void> {
  if (await isDemo()) {
    held.tormentaMailbox = [{ ...mail, at: now() }, ...keptMails()].slice(0, KEPT);
    return;
  }
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new Error("SMTP_URL is not set");
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { text, html, id, thread, headers = {} } = mail;
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      // An object, because a list of addresses could hide in a plain text.
      to: { name: "", address: mail.to },
      subject: oneLine(mail.subject),
      text,
      html,
      headers,
      ...(id && { messageId: messageId(id) }),
      ...(thread && { references: messageId(thread) }),
    });
  } finally {
    transport.close();
  }
}

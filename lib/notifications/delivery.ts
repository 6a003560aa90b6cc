import { addressee } from "../access/addressee";
import { can } from "../access/authorize";
import { ideaVisibleToPersonSql } from "../access/visibility";
import { gather } from "../insights/report/gather";
import { monthsOf } from "../insights/scope";
import { now } from "../platform/clock";
import { db, Prisma } from "../platform/db/client";
import { defaultLocale, isLocale } from "../platform/i18n/locales";
import type { Errand } from "../platform/jobs";
import { canMail, sendMail } from "../platform/mail";
import { type Addressee, digestLetter, endLink, type Letter, letterText, monthlyLetter, newsLetter } from "./letter";
import { type NewsRow, newsOf, newsSql } from "./news";
import { defaultRhythms, type Mailing, type News, type Rhythm } from "./schema";

type Row = NewsRow & {
  personId: string;
  email: string;
  locale: string | null;
  organisation: string;
  defaultLocale: string;
};

/** More than anybody reads in a mail. */
const MOST_LINES = 200;

/** The lines of a mail with whom it is for; none that may no longer be seen, and nobody who has left. */
const lines = (which: Prisma.Sql): Promise<Row[]> => db.$queryRaw<Row[]>`
  select ${newsSql.columns},
         p.id as "personId",
         p.email::text as email,
         p.locale,
         o.name as organisation,
         o.default_locale as "defaultLocale"
    from notification n
         ${newsSql.joins}
    join person p on p.id = n.person_id
   cross join organisation o
   where ${which}
     and p.status = 'active'
     and p.email is not null
     and ${ideaVisibleToPersonSql}
   order by n.event_id desc
   limit ${MOST_LINES}`;

const addresseeOf = ({ personId, email, locale, organisation, defaultLocale: fallback }: Row): Addressee => ({
  personId,
  email,
  organisation,
  locale: [locale, fallback].find(isLocale) ?? defaultLocale,
});

/** A comment that was taken back meanwhile is not told of any more. */
const stillStands = ({ type, said }: News) => type !== "comment.posted" || said !== null;

async function post(id: string, letter: Letter, to: Addressee, mailing: Mailing, thread?: string): Promise<void> {
  // Loaded with the first mail: most processes of a portal never write one.
  const { letterHtml } = await import("./mails/letter-mail");
  await sendMail({
    id,
    to: to.email,
    subject: letter.subject,
    text: letterText(letter),
    html: await letterHtml(letter),
    headers: {
      // RFC 8058: mail programs show a button for it, and press it with one POST.
      "List-Unsubscribe": `<${endLink(to.personId, mailing)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
    ...(thread && { thread }),
  });
}

async function mailNews(id: string): Promise<void> {
  const [row] = await lines(Prisma.sql`
    n.id = ${id}::uuid
    and n.mailed_at is null
    and coalesce((select m.rhythm from mail_preference m where m.person_id = n.person_id and m.kind = n.kind),
                 ${JSON.stringify(defaultRhythms)}::jsonb ->> n.kind) <> 'never'`);
  if (!row) return;
  const news = newsOf(row);
  if (!stillStands(news)) return;
  const to = addresseeOf(row);
  await post(id, newsLetter(news, to), to, news.kind, `idea.${news.idea.id}`);
  await db.notification.update({ where: { id }, data: { mailedAt: now() } });
}

async function mailDigest(id: string): Promise<void> {
  const digest = await db.digest.findUnique({ where: { id, mailedAt: null } });
  if (!digest) return;
  const rows = await lines(Prisma.sql`n.digest_id = ${id}::uuid and n.read_at is null and n.rhythm <> 'never'`);
  const news = rows.map(newsOf).filter(stillStands);
  const [row] = rows;
  // Whoever has read it all in the portal gets no mail about it.
  if (row && news.length > 0) {
    const to = addresseeOf(row);
    await post(id, digestLetter(news, digest.rhythm as Rhythm, to), to, "digest");
  }
  await db.digest.update({ where: { id }, data: { mailedAt: now() } });
}

/** What it says is worked out now, so that the letter says what the page says. */
async function mailLetter(id: string): Promise<void> {
  const letter = await db.monthlyLetter.findUnique({ where: { id, mailedAt: null } });
  if (!letter) return;
  const actor = await addressee(letter.personId);
  const { email } = await db.person.findUniqueOrThrow({ where: { id: letter.personId }, select: { email: true } });
  if (actor && email && can(actor, "letter.get") && (await wantsLetter(actor.id))) {
    const [from] = monthsOf({ to: letter.month }, actor.timeZone);
    const report = await gather(actor, "leader", { from, to: letter.month });
    const to = { personId: actor.id, email, locale: actor.locale, organisation: report.organisation };
    await post(id, monthlyLetter(report, to), to, "letter");
  }
  await db.monthlyLetter.update({ where: { id }, data: { mailedAt: now() } });
}

const wantsLetter = async (personId: string): Promise<boolean> =>
  (await db.mailPreference.count({ where: { personId, kind: "letter", rhythm: "never" } })) === 0;

/**
 * Sends the mail that a job asks for: about one thing, a digest, or the month's letter. It is sent at least once, and under the same
 * Message-ID however often; not when its reader has left, has chosen otherwise or may no longer see it. Where no mail
 * can be sent at all the inbox has to do.
 *
 * @throws when the mail server does not take it, so that the job is tried again
 */
export const deliver: Errand = async ({ notification, digest, letter }) => {
  if (!(await canMail())) return;
  if (digest) await mailDigest(digest);
  if (letter) await mailLetter(letter);
  if (notification) await mailNews(notification);
};

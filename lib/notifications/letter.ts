import { cellText, saidText } from "../insights/cell-text";
import { periodText } from "../insights/report/head";
import { type Report, sectionsOf } from "../insights/report/report";
import { sayMonth } from "../insights/said-months";
import type { Figure } from "../insights/section";
import { env } from "../platform/env";
import type { Locale } from "../platform/i18n/locales";
import { type Translate, translator } from "../platform/i18n/translate";
import { plainText } from "../platform/markdown";
import { because, headline } from "./news";
import type { Mailing, News, NewsKind, Rhythm } from "./schema";
import { unsubscribeToken } from "./unsubscribe-token";

/** Who a mail is for, and in which words. */
export type Addressee = { personId: string; email: string; locale: Locale; organisation: string };

/** One piece of news in a mail. `because` also says who, where the headline does not. */
export type Item = {
  headline: string;
  title: string;
  link: string;
  said: string | null;
  /** What it means for the reader alone; null where there is nothing to add. */
  note: string | null;
  because: string;
};

/** A mail in words, before it becomes HTML and plain text: both say exactly this. */
export type Letter = {
  locale: Locale;
  subject: string;
  title: string;
  sections: { title: string | null; items: Item[] }[];
  more: string | null;
  open: { text: string; link: string };
  foot: { why: string; settings: { text: string; link: string }; end: { text: string; link: string } };
};

/** An address of the portal, as mails have to write it. */
export const linkTo = (path: string): string => new URL(path, env().NEXTAUTH_URL).href;

/** Where whoever gets a mail can end such mails, without signing in. */
export const endLink = (personId: string, mailing: Mailing): string =>
  linkTo(`/unsubscribe/${unsubscribeToken(personId, mailing)}`);

const footOf = (t: Translate, personId: string, mailing: Mailing, why: string): Letter["foot"] => ({
  why,
  settings: { text: t("notifications.mailSettings"), link: linkTo("/settings#mails") },
  end: { text: t("notifications.mailEnd"), link: endLink(personId, mailing) },
});

const itemOf = (news: News, t: Translate, most = Infinity): Item => ({
  headline: headline(news, t),
  title: news.idea.title,
  link: linkTo(`/inbox/${news.id}`),
  said: news.said && (news.said.length > most ? `${plainText(news.said).slice(0, most)}…` : news.said),
  note: news.movedTo && t("notifications.movedVoteMail", { title: news.movedTo }),
  because: [news.actor !== null && !headline(news, t).includes(news.actor) && news.actor, because(news, t)]
    .filter(Boolean)
    .join(" · "),
});

/** The mail that tells of one thing, with the very words of the answer. */
export function newsLetter(news: News, { personId, locale, organisation }: Addressee): Letter {
  const t = translator(locale);
  const item = itemOf(news, t);
  return {
    locale,
    subject: t("notifications.mailSubject", { headline: item.headline, title: item.title }),
    title: item.headline,
    sections: [{ title: null, items: [item] }],
    more: null,
    open: { text: t("notifications.mailOpen"), link: item.link },
    foot: footOf(t, personId, news.kind, t("notifications.mailWhy", { organisation })),
  };
}

/** What a digest begins with: what became of ideas, then what waits, and talk last. */
const sections = [
  { title: "notifications.digestAnswers", kinds: ["own", "followed"] },
  { title: "notifications.digestTasks", kinds: ["task"] },
  { title: "notifications.digestMentions", kinds: ["mention"] },
  { title: "notifications.digestComments", kinds: ["comment"] },
] as const satisfies { title: string; kinds: NewsKind[] }[];

/** What one reads of a digest; the rest is in the inbox. Chosen by us. */
const MOST_ITEMS = 30;

/** What the month's letter tells of: one line for each question that has an answer. */
const linesOf = (report: Report): Item[] =>
  sectionsOf(report)
    .filter(({ rows, figure }) => rows.length > 0 || figure)
    .flatMap(({ key, title, says, figure }) => {
      const [claim] = says;
      return claim
        ? [
            {
              headline: [report.voice.t(title), ...figureText(figure, report)].join(": "),
              title: saidText(claim, report.voice),
              link: linkTo(`${pageOf(report)}#${key}`),
              said: null,
              note: null,
              because: figure ? saidText(figure.benchmark, report.voice) : "",
            },
          ]
        : [];
    })
    // What two sections say alike is read once.
    .filter(({ title }, nth, all) => all.findIndex((one) => one.title === title) === nth);

/** One of the five figures, where there is one, beside what is wanted of it. */
function figureText(figure: Figure | undefined, { voice }: Report): string[] {
  if (!figure || figure.value === null) return [];
  const { kind, value, target } = figure;
  const wish = target === null ? "" : ` (${voice.t("insights.target", { value: cellText(target, kind, voice) })})`;
  return [`${cellText(value, kind, voice)}${wish}`];
}

const pageOf = ({ from, to }: Report) => `/insights?from=${from}&to=${to}`;

/** The mail in which somebody who leads reads what the leader's page says of the year up to a month's end. */
export function monthlyLetter(report: Report, { personId, locale, organisation }: Addressee): Letter {
  const t = translator(locale);
  const month = sayMonth({ locale }, report.to);
  return {
    locale,
    subject: t("notifications.letterSubject", { organisation, month }),
    title: t("notifications.letterTitle", { month }),
    sections: [{ title: periodText(report, report.voice), items: linesOf(report) }],
    more: null,
    open: { text: t("notifications.letterOpen"), link: linkTo(pageOf(report)) },
    foot: footOf(t, personId, "letter", t("notifications.letterWhy", { organisation })),
  };
}

/** As much of each text as a digest quotes. */
const QUOTED = 400;

/** The mail that tells of all news of a day or a week: answers and progress first, one's own ideas before others'. */
export function digestLetter(news: News[], rhythm: Rhythm, { personId, locale, organisation }: Addressee): Letter {
  const t = translator(locale);
  const count = news.length;
  const filed = sections.flatMap(({ title, kinds }) =>
    kinds.flatMap((kind) => news.filter((one) => one.kind === kind).map((one) => ({ title, one }))),
  );
  const shown = filed.slice(0, MOST_ITEMS);
  return {
    locale,
    subject: t(rhythm === "weekly" ? "notifications.weeklySubject" : "notifications.dailySubject", {
      count,
      organisation,
    }),
    title: t(rhythm === "weekly" ? "notifications.weeklyTitle" : "notifications.dailyTitle"),
    sections: sections
      .map(({ title }) => ({
        title: t(title),
        items: shown.filter((line) => line.title === title).map(({ one }) => itemOf(one, t, QUOTED)),
      }))
      .filter(({ items }) => items.length > 0),
    more: count > shown.length ? t("notifications.digestMore", { count: count - shown.length }) : null,
    open: { text: t("notifications.mailInbox"), link: linkTo("/inbox") },
    foot: footOf(t, personId, "digest", t("notifications.digestWhy", { organisation })),
  };
}

/** The letter as plain text, for those who read mails without any dress. */
export function letterText({ title, sections: parts, more, open, foot }: Letter): string {
  const itemText = ({ headline: what, title: idea, link, said, note, because: why }: Item) =>
    [
      [what === title ? idea : `${what}: ${idea}`, why].filter(Boolean).join("\n"),
      ...(said ? [said.replaceAll(/^/gm, "> ")] : []),
      ...(note ? [note] : []),
      link,
    ].join("\n\n");
  const partText = ({ title: name, items }: Letter["sections"][number]) =>
    [...(name ? [`${name}\n${"=".repeat(name.length)}`] : []), ...items.map(itemText)].join("\n\n");
  const ends = [foot.settings, foot.end].map(({ text, link }) => `${text}: ${link}`).join("\n");
  return [
    title,
    ...parts.map(partText),
    ...(more ? [more] : []),
    ...(parts[0]?.title ? [`${open.text}: ${open.link}`] : []),
    `-- \n${foot.why}\n${ends}`,
  ].join("\n\n");
}

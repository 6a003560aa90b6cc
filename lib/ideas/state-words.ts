import type { Actor } from "../access/actor";
import { authorize } from "../access/authorize";
import { type Db, db, transaction } from "../platform/db/client";
import type { IdeaStatus } from "../platform/db/generated/enums";
import { Failure } from "../platform/errors";
import { record } from "../platform/events";
import { type Locale, locales } from "../platform/i18n/locales";
import { type MessageKey, messages } from "../platform/i18n/messages";
import { type OwnWords, sayOwnWords } from "../platform/i18n/texts";
import { log } from "../platform/log";
import { stateRecoloured, stateRenamed } from "./events";
import type { StateWording, StateWords } from "./schema";
import { nameableStates, statusNames } from "./states";

/** How soon another process says what was renamed here. */
const REFRESH_MS = 30_000;

type Name = { status: IdeaStatus; locale: string; name: string };
type Look = { status: IdeaStatus; tone: string };

const read = (tx: Db): Promise<[Name[], Look[]]> =>
  Promise.all([
    tx.stateName.findMany({ orderBy: [{ status: "asc" }, { locale: "asc" }] }),
    tx.stateLook.findMany({ orderBy: { status: "asc" } }),
  ]);

/** What the portal itself calls a state, or how it colours it. */
const portalWord = (key: `${"status" | "look_"}${string}`, locale: Locale): string =>
  (messages[locale].ideas as Record<string, string>)[key] ?? "";

const nameKey = (status: IdeaStatus) => statusNames[status].replace("ideas.", "") as `status${string}`;

/** News whose words are the name of a state. That an idea is open again is told otherwise. */
export const movedNews: Partial<Record<IdeaStatus, MessageKey>> = {
  in_review: "notifications.movedInReview",
  accepted: "notifications.movedAccepted",
  in_progress: "notifications.movedInProgress",
  implemented: "notifications.movedImplemented",
  declined: "notifications.movedDeclined",
  archived: "notifications.movedArchived",
};

/** Every text that says a state by its name, in pages and in mails. */
const textsOf = (status: IdeaStatus): MessageKey[] => [
  statusNames[status],
  ...(movedNews[status] ? [movedNews[status]] : []),
];

/** Reads what this organisation calls its states, and says it from now on in this process. */
export async function refreshStateWords(): Promise<void> {
  const [names, looks] = await read(db);
  const own: OwnWords = {};
  for (const locale of locales) {
    const named = names
      .filter((name) => name.locale === locale)
      .flatMap(({ status, name }) => textsOf(status).map((key) => [key, name]));
    const coloured = looks.map(({ status, tone }) => [`ideas.look_${status}`, tone]);
    if (named.length + coloured.length > 0) own[locale] = Object.fromEntries([...named, ...coloured]);
  }
  sayOwnWords(own);
}

/**
 * Keeps this process saying what the organisation calls its states, so that no request has to ask. A portal whose
 * database is not up yet speaks in its own words until it is.
 */
export async function keepStateWords(): Promise<void> {
  const refresh = () => refreshStateWords().catch((error) => log().warn({ err: error }, "state names not read"));
  await refresh();
  setInterval(refresh, REFRESH_MS).unref();
}

/** What each state is called in every language, and how it is coloured; and what the portal itself would say. */
export async function listStateWords(actor: Actor): Promise<StateWords[]> {
  authorize(actor, "organisation.manage");
  const [names, looks] = await read(db);
  const inEach = (word: (locale: Locale) => string) =>
    Object.fromEntries(locales.map((locale) => [locale, word(locale)])) as Record<Locale, string>;
  return nameableStates.map((status) => ({
    status,
    own: inEach((locale) => names.find((name) => name.status === status && name.locale === locale)?.name ?? ""),
    usual: inEach((locale) => portalWord(nameKey(status), locale)),
    tone: (looks.find((look) => look.status === status)?.tone ??
      portalWord(`look_${status}`, "en")) as StateWords["tone"],
  }));
}

/** Two states of one name could not be told apart. */
function requireDistinct({ status, ...wording }: StateWording, names: Name[]): void {
  const nameOf = (other: IdeaStatus, locale: Locale) =>
    names.find((name) => name.status === other && name.locale === locale)?.name ?? portalWord(nameKey(other), locale);
  const taken = locales.filter((locale) => {
    const word = wording[locale].toLocaleLowerCase(locale);
    return (
      word &&
      nameableStates.some((other) => other !== status && nameOf(other, locale).toLocaleLowerCase(locale) === word)
    );
  });
  if (taken.length === 0) return;
  const fields = Object.fromEntries(taken.map((locale) => [locale, "ideas.stateNameTaken" as const]));
  throw new Failure("conflict", "validation.checkFields", fields);
}

async function rename(tx: Db, actor: Actor, names: Name[], wording: StateWording, locale: Locale): Promise<void> {
  const { status, [locale]: name } = wording;
  const from = names.find((one) => one.status === status && one.locale === locale)?.name ?? "";
  if (from === name) return;
  const key = { status_locale: { status, locale } };
  if (name) await tx.stateName.upsert({ where: key, create: { status, locale, name }, update: { name } });
  else await tx.stateName.deleteMany({ where: { status, locale } });
  const said = (word: string) => word || portalWord(nameKey(status), locale);
  await record(tx, actor, stateRenamed, actor.id, { state: status, locale, from: said(from), to: said(name) });
}

async function recolour(tx: Db, actor: Actor, looks: Look[], { status, tone }: StateWording): Promise<void> {
  const usual = portalWord(`look_${status}`, "en");
  const from = looks.find((look) => look.status === status)?.tone ?? usual;
  if (from === tone) return;
  if (tone === usual) await tx.stateLook.deleteMany({ where: { status } });
  else await tx.stateLook.upsert({ where: { status }, create: { status, tone }, update: { tone } });
  await record(tx, actor, stateRecoloured, actor.id, { state: status, from, to: tone });
}

/** Gives a state the organisation's own names and colour; where a name is left empty the portal's own word is said. */
export async function wordState(actor: Actor, wording: StateWording): Promise<void> {
  authorize(actor, "organisation.manage");
  await transaction(async (tx) => {
    // One at a time, or two states could get the same name at once.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('state names', 0))`;
    const [names, looks] = await read(tx);
    requireDistinct(wording, names);
    for (const locale of locales) await rename(tx, actor, names, wording, locale);
    await recolour(tx, actor, looks, wording);
  });
  await refreshStateWords();
}

import { benefitNames } from "../delivery/kinds";
import { ambitions } from "../goals/schema";
import { kindNames, stateTones, statusNames } from "../ideas/states";
import { type MessageKey, messages } from "../platform/i18n/messages";
import type { Translate } from "../platform/i18n/translate";
import type { LoggedEvent, ToldEvent } from "./schema";

/** What the names of the sentences about events begin with. */
const PREFIX = "event_";
const texts: Record<string, string> = messages.en.audit;

/** The name of the sentence about a kind of event, if it has one: `audit.event_idea_moved` for `idea.moved`. */
function labelOf(type: string): MessageKey | null {
  const name = type.replace(".", "_");
  return PREFIX + name in texts ? (`audit.event_${name}` as MessageKey) : null;
}

/** All kinds of events that there is a sentence about. */
export const toldTypes: string[] = Object.keys(texts)
  .filter((name) => name.startsWith(PREFIX))
  .map((name) => name.slice(PREFIX.length).replace("_", "."));

/** What somebody did who caused an event of a kind, without saying who: "moved an idea". */
export function whatOf(type: string, t: Translate): string {
  const label = labelOf(type);
  return label ? t(label) : type;
}

const words: Record<string, MessageKey | undefined> = {
  ...statusNames,
  ...kindNames,
  ...benefitNames,
  employee: "people.role_employee",
  reviewer: "people.role_reviewer",
  executive: "people.role_executive",
  communicator: "people.role_communicator",
  moderator: "people.role_moderator",
  administrator: "people.role_administrator",
  ...Object.fromEntries(ambitions.map((ambition) => [ambition, `goals.ambition_${ambition}` as const])),
  ...Object.fromEntries(stateTones.map((tone) => [tone, `settings.tone_${tone}` as const])),
};

/** A value of a payload in words: what it is called, where it is a state, a role, or the id of something with a name. */
function wordOf(value: unknown, { names }: LoggedEvent, t: Translate): string {
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.map((one) => wordOf(one, { names } as LoggedEvent, t)).join(", ") || "–";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const word = Object.hasOwn(words, text) ? words[text] : undefined;
  return word ? t(word) : (names[text] ?? text);
}

/** What payloads call what a reader wants to know beside the change; the first of them that is there. */
const telling = [
  "state",
  "name",
  "title",
  "kind",
  "into",
  "group",
  "reason",
  "organisation",
  "source",
  "issuer",
  "fields",
  "by",
];

/** An event in a reader's words. */
export function tellEvent(event: LoggedEvent, t: Translate): ToldEvent {
  const { payload } = event;
  const isChange = "from" in payload && "to" in payload;
  const key = telling.find((name) => payload[name] !== undefined && payload[name] !== null);
  const change = isChange ? { from: wordOf(payload.from, event, t), to: wordOf(payload.to, event, t) } : null;
  const detail = key ? wordOf(payload[key], event, t) : null;
  const isSaid = detail === event.subject?.name || detail === change?.to;
  return { ...event, what: whatOf(event.type, t), change, detail: isSaid ? null : detail };
}

import { z } from "zod";
import { blankIsMissing } from "../platform/blank";
import type { IdeaStatus } from "../platform/db/generated/enums";
import type { Via } from "../platform/events";
import { typedLine } from "../platform/typed-text";

/** The doors through which something can be done. */
export const vias = ["web", "api", "scim", "job", "import"] as const satisfies Via[];

/** What an address leaves out, or says in a way that means nothing, does not narrow the log. */
const maybe = <S extends z.ZodType>(schema: S) =>
  z.preprocess(blankIsMissing, schema.optional()).catch(undefined as z.output<S> | undefined);

/** The id in an address of this portal, or an id as it is. */
const idIn = z
  .string()
  .max(500)
  .transform((text) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0] ?? text)
  .pipe(z.uuid());

/** A place in the log, as the address has it: milliseconds since 1970, and the event's number. */
const place = z
  .string()
  .max(40)
  .regex(/^\d{1,15}\.\d{1,18}$/)
  .transform((text) => {
    const [ms, id] = text.split(".");
    return { at: new Date(Number(ms)), id: BigInt(id ?? 0) };
  });

/** Which events an administrator looks for. */
export const auditFilter = z.object({
  /** Part of a name, an e-mail address, or an id. */
  person: maybe(typedLine().max(200)),
  /** What it happened to: an id, or the address of its page. */
  about: maybe(idIn),
  type: maybe(
    z
      .string()
      .max(60)
      .regex(/^\w+\.\w+$/),
  ),
  via: maybe(z.enum(vias)),
  from: maybe(z.iso.date()),
  to: maybe(z.iso.date()),
  before: maybe(place),
});

/** Which events an administrator looks for. */
export type AuditFilter = z.output<typeof auditFilter>;

/** Something that has a name: a person, an idea, a group. */
export type Named = { id: string; name: string; kind: "idea" | "person" | "other" };

/** An event as administrators read it. */
export type LoggedEvent = {
  id: bigint;
  at: Date;
  type: string;
  via: Via;
  actorId: string | null;
  actor: string | null;
  subjectId: string;
  /** Null where nothing is known of it any more, or where it is nobody's business: a draft. */
  subject: Named | null;
  payload: Record<string, unknown>;
  /** What the ids in the payload are called. */
  names: Record<string, string>;
};

/** An event in a reader's words. */
export type ToldEvent = LoggedEvent & {
  /** What the person did, without the person: "moved an idea". */
  what: string;
  /** What was before and what is since, where the event is a change. */
  change: { from: string; to: string } | null;
  /** What else is known of it, in few words. */
  detail: string | null;
};

/** Where the chain of seals stands, and what its last check came to. */
export type ChainState = {
  seals: number;
  hash: string;
  sealedAt: Date | null;
  check: { checkedAt: Date; seals: number; events: number; fault: string | null; faultSeal: number | null } | null;
};

/** What can have happened to an idea, as everybody may read it; "decided" is what an import brought. */
export const stepKinds = [
  "submitted",
  "edited",
  "withdrawn",
  "moved",
  "assigned",
  "answered",
  "paused",
  "resumed",
  "progressed",
  "merged",
  "unmerged",
  "decided",
] as const;

/** What can have happened to an idea. */
export type StepKind = (typeof stepKinds)[number];

/** Something that happened to an idea, as everybody may read it. */
export type Step = {
  what: StepKind;
  /** Null where an import knows no day. */
  at: Date | null;
  /** Null when nobody did it: the portal by itself, or somebody elsewhere. */
  by: string | null;
  byId: string | null;
  /** The states of a move. */
  from: IdeaStatus | null;
  to: IdeaStatus | null;
  /** The kind of decision; of an assignment whether to a group or to nobody; of a merge whether into the other or from it. */
  kind: string | null;
  /** Per cent. */
  progress: number | null;
  /** The version that an edit ended. */
  version: number | null;
  /** Who answers for it since. */
  owner: { id: string; name: string } | null;
  /** The other idea of a merge. */
  other: { id: string; name: string } | null;
  /** Whether it came with words to the author, which stand on the idea's page. */
  isAnswered: boolean;
};

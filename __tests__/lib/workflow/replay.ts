import { hire, seenReview } from "@/__tests__/support/database";
import type { Actor } from "@/lib/access/actor";
import { mergeIdeas } from "@/lib/duplicates/commands";
import { mergeInput } from "@/lib/duplicates/schema";
import { submissionInput } from "@/lib/ideas/schema";
import type { declineKinds } from "@/lib/ideas/states";
import { db } from "@/lib/platform/db/client";
import type { IdeaStatus } from "@/lib/platform/db/generated/enums";
import { parse } from "@/lib/platform/parse";
import { answerIdea, moveIdea } from "@/lib/workflow/commands";
import { answerInput, moveInput, reasonText } from "@/lib/workflow/schema";
import { submitIdea } from "@/lib/workflow/submit-idea";
import { importPath } from "../transfer/importing";

type Decision = { kind: string | null; reason: string | null };

/** An idea as its review left it. */
export type Reviewed = {
  id: string;
  title: string;
  body: string;
  language: string;
  status: IdeaStatus;
  decisions: Decision[];
  survivorId: string | null;
};

/** How a source's kind of no is said here, and what is said for it where no reason of substance was written. */
export type Wording = { kind: (typeof declineKinds)[number]; words: string };

/** How a source's words are said here: a no by its kind, and what is said when something is closed without a word. */
export type Wordings = { declined: Record<string, Wording>; closed: string };

async function reviewed(where: { id?: { in: string[] } }): Promise<Reviewed[]> {
  const ideas = await db.idea.findMany({
    where,
    select: {
      id: true,
      title: true,
      body: true,
      language: true,
      status: true,
      decisions: { select: { kind: true, reason: true }, orderBy: [{ decidedAt: "asc" }, { id: "asc" }] },
      mergedInto: { select: { survivorId: true } },
    },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
  });
  return ideas.map(({ mergedInto, ...idea }) => ({ ...idea, survivorId: mergedInto?.survivorId ?? null }));
}

/** Neither ideas nor what an import remembers of them. */
async function emptyPortal(): Promise<void> {
  await db.idea.deleteMany();
  await db.$executeRaw`delete from import_link`;
  await db.$executeRaw`delete from import_record`;
}

/** How the real review ended, as the import reads it. The portal is empty again afterwards. */
export async function realReview(path: string, mapping: string): Promise<Reviewed[]> {
  await emptyPortal();
  await importPath(path, mapping);
  const real = await reviewed({});
  await emptyPortal();
  return real;
}

const substance = ({ reason }: Decision): string[] => {
  const read = reasonText.safeParse(reason);
  return read.success ? [read.data] : [];
};

/** A move that ends an idea's review, with its reason where it has one. */
type End = { to: string; kind?: string; reason?: string };

/** What reviewers say of an idea and do with it: answers first, then the step that ends it; a merge comes later. */
export type Script = {
  answers: string[];
  end: End | null;
  /** Whether it is a no for which its source wrote no reason of substance. */
  isWorded: boolean;
};

/** What has to be done here so that an idea ends as it did. */
export function scriptOf({ status, decisions }: Reviewed, { declined, closed }: Wordings): Script {
  const said = decisions.flatMap(substance);
  const last = decisions.at(-1);
  const own = last ? substance(last)[0] : undefined;
  const answers = own ? said.slice(0, -1) : said;
  if (status === "submitted") return { answers: said, end: null, isWorded: false };
  if (status === "archived") return { answers: said, end: { to: status, reason: closed }, isWorded: false };
  if (status !== "declined") return { answers, end: { to: status, ...(own && { reason: own }) }, isWorded: false };
  const wording = declined[last?.kind ?? ""];
  if (!wording) throw new Error(`There is no word for "${last?.kind}".`);
  return { answers, end: { to: status, kind: wording.kind, reason: own ?? wording.words }, isWorded: !own };
}

/** What readers find said about an idea whose review went by a script. */
export const reasonsOf = ({ answers, end }: Script): string[] => [...answers, ...(end?.reason ? [end.reason] : [])];

/** What the portal asks of titles and a source did not. */
export const titleOf = ({ title }: Reviewed): string => (title.length < 10 ? `${title} (as it was)` : title);

async function act(reviewer: Actor, ideaId: string, { answers, end }: Script): Promise<void> {
  const seen = async () => ({ ideaId, version: (await seenReview(ideaId)).version });
  const step = async (move: object) => moveIdea(reviewer, parse(moveInput, { ...(await seen()), ...move }));
  for (const reason of answers) await answerIdea(reviewer, parse(answerInput, { ...(await seen()), reason }));
  if (!end || end.to === "merged") return;
  if (end.to !== "accepted") return void (await step(end));
  await step({ to: "in_review" });
  await step({ ...end, ownerId: reviewer.id, nextOn: "2031-06-30" });
}

/** Works off a list by several at once, as in a department. */
async function inTurns<T>(
  things: T[],
  workers: Actor[],
  work: (worker: Actor, thing: T) => Promise<void>,
): Promise<void> {
  const rest = things.values();
  const lane = async (worker: Actor) => {
    for (const thing of rest) await work(worker, thing);
  };
  await Promise.all(workers.map(lane));
}

/**
 * Does a review again in this portal: authors submit, reviewers answer and decide, duplicates are merged at the end.
 *
 * @returns how each idea stands afterwards, by the id it has in `real`
 */
export async function replay(real: Reviewed[], wordings: Wordings): Promise<Map<string, Reviewed>> {
  const names = ["Marta", "Olga", "Iker", "Rui"];
  const reviewers = await Promise.all(names.map((name) => hire({ name, roles: ["employee", "reviewer"] })));
  const ids = new Map<string, string>();
  await inTurns(real, reviewers, async (reviewer, idea) => {
    const { body, language } = idea;
    const submission = parse(submissionInput, { title: titleOf(idea), body, language });
    const { ideaId } = await submitIdea(await hire({ name: "Participante" }), submission);
    ids.set(idea.id, ideaId);
    await act(reviewer, ideaId, scriptOf(idea, wordings));
  });

  const duplicates = real.filter(({ survivorId }) => survivorId);
  await inTurns(duplicates, reviewers, async (reviewer, idea) => {
    const ideaId = ids.get(idea.id) ?? "";
    const { version } = await seenReview(ideaId);
    const reason = scriptOf(idea, wordings).end?.reason ?? null;
    await mergeIdeas(
      reviewer,
      parse(mergeInput, { ideaId, version, survivorId: ids.get(idea.survivorId ?? ""), reason }),
    );
  });

  const back = new Map([...ids].map(([id, replayed]) => [replayed, id]));
  const idOf = (id: string | null) => (id ? (back.get(id) ?? null) : null);
  const ended = await reviewed({ id: { in: [...ids.values()] } });
  return new Map(ended.map((idea) => [idOf(idea.id) ?? "", { ...idea, survivorId: idOf(idea.survivorId) }]));
}

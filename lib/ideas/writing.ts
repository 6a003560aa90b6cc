import type { Locale } from "../platform/i18n/locales";
import type { EditInput, Idea, IdeaInput } from "./schema";

/** An idea as its form has it: what its author wrote and chose. */
export const writingOf = (idea: Idea): IdeaInput => ({
  title: idea.title,
  body: idea.body,
  language: idea.language as Locale,
  categoryId: idea.category?.id ?? null,
  departmentId: idea.department?.id ?? null,
  placeId: idea.place?.id ?? null,
  tags: idea.tags,
});

/** An idea as it reads after some changes; what they leave out stays as it is. */
export function rewritten(idea: Idea, changes: Omit<EditInput, "ideaId" | "version">): IdeaInput {
  const made = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...writingOf(idea), ...Object.fromEntries(made) };
}

/** Whether an edit changes nothing at all. */
export const isSameWriting = (idea: Idea, written: IdeaInput): boolean =>
  canonical(writingOf(idea)) === canonical(written);

const canonical = ({ tags, ...rest }: IdeaInput) =>
  JSON.stringify([...Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)), tags.toSorted()]);

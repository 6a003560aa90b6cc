import { z } from "zod";
import { message } from "../platform/parse";
import { typedLine, visible } from "../platform/typed-text";

/** At most this many tags: more, and they stop helping anybody to find anything. */
const MOST_TAGS = 8;

/** As long as the database keeps one. */
const LONGEST_TAG = 60;

/** Far more than the most and longest tags take; beyond it they are not even told apart. */
const LONGEST_LIST = 2_000;

const tagName = (text: string) => visible(typedLine().parse(text).replace(/^#+/, "")).toLowerCase();

/** Tags as a list, or as a form has them. */
export const tags = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .refine((texts) => texts.join().length <= LONGEST_LIST, message("ideas.tooManyTags"))
  .transform((texts) => [
    ...new Set(
      texts
        .flatMap((text) => text.split(","))
        .map(tagName)
        .filter(Boolean),
    ),
  ])
  // Said of the whole, because a form has one field for all of them.
  .refine((names) => names.length <= MOST_TAGS, message("ideas.tooManyTags"))
  .refine((names) => names.every((name) => name.length <= LONGEST_TAG), message("ideas.tagTooLong"))
  .meta({
    description: `At most ${MOST_TAGS} of ${LONGEST_TAG} characters each, as a list or separated by commas; kept in lower case, without "#", each once.`,
    examples: [["bicycles", "north gate"]],
  });

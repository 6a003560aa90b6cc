import { z } from "zod";

/**
 * Control characters other than tab and line end, code points that are no characters and never will be, and the marks that
 * let a text run backwards into what follows it.
 */
const traps = /(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * More marks on one letter than any language puts there, as the Stream-Safe Text Format has it: composing the letters
 * sorts the marks of each, which takes minutes for a megabyte of them.
 *
 * @see https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
const piledMarks = /(\p{M}{30})\p{M}+/gu;

/**
 * What somebody typed or pasted, fit to be kept: PostgreSQL takes no NUL and no half of a character, search finds only
 * composed letters (NFC), and browsers send line ends in two ways.
 */
const tidy = (text: string) =>
  text.replaceAll(/\r\n?/g, "\n").toWellFormed().replaceAll(traps, "").replaceAll(piledMarks, "$1").normalize("NFC");

/** Schema of a text of several lines that somebody types: whatever they paste is mended, not refused. */
export const typedText = () => z.string().overwrite(tidy).trim();

/** Schema of a text that is one line, such as a title or a name: line ends become spaces. */
export const typedLine = () =>
  z
    .string()
    .overwrite((text) => tidy(text).replaceAll(/\s+/g, " "))
    .trim();

/** What one can see of a text: without characters that take no room, such as joiners and zero-width spaces. */
export const visible = (text: string): string => text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").trim();

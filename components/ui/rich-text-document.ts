import { getSchema } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

/** Addresses that a link may lead to: the same as the server lets through. */
export const isLinkable = (address: string): boolean => /^(https?:\/\/|mailto:)\S/i.test(address);

/** What rich text can be made of: everything here has a form in Markdown. */
export const extensions = [
  StarterKit.configure({
    underline: false,
    // Addresses become links when the text is shown; here they stay what was typed.
    link: { autolink: false, openOnClick: false, isAllowedUri: isLinkable, HTMLAttributes: { target: null } },
  }),
];

/** The shape of a rich text, for whatever reads or writes one without an editor on the screen. */
export const documentSchema = getSchema(extensions);

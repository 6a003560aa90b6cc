import { cx } from "class-variance-authority";

/**
 * Text that people wrote, already turned into HTML that is safe to show.
 *
 * @param html must come out of the server's sanitiser: nothing is checked here
 * @param lang the language of the text where it differs from the page's, so that it is read aloud and hyphenated rightly
 */
export function Markdown({ html, lang, className }: { html: string; lang?: string; className?: string }) {
  return (
    <div
      lang={lang}
      className={cx("markdown", className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the one place where sanitised HTML enters a page
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

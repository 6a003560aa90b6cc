import { escapeHtml } from "../platform/escape-html";
import type { Locale } from "../platform/i18n/locales";
import { translator } from "../platform/i18n/translate";
import type { Mail } from "../platform/mail";

/** The mail with which somebody signs in, in their own language. `minutes` is how long its link works. */
export function linkMail(
  to: string,
  about: { locale: Locale; name: string; organisation: string; link: string; minutes: number },
): Mail {
  const t = translator(about.locale);
  const greeting = t("access.mailGreeting", { name: about.name });
  const lead = t("access.mailLead", { organisation: about.organisation });
  const limits = t("access.mailLimits", { minutes: about.minutes });
  return {
    to,
    subject: t("access.mailSubject", { organisation: about.organisation }),
    text: [greeting, lead, about.link, limits, t("access.mailNotYou")].join("\n\n"),
    html: `<!doctype html><html lang="${about.locale}"><body style="font-family:sans-serif;line-height:1.5">
<p>${escapeHtml(greeting)}</p><p>${escapeHtml(lead)}</p>
<p><a href="${escapeHtml(about.link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#3b3a9e;color:#fff;text-decoration:none">${escapeHtml(t("access.signIn"))}</a></p>
<p>${escapeHtml(limits)}</p><p>${escapeHtml(t("access.mailNotYou"))}</p></body></html>`,
  };
}

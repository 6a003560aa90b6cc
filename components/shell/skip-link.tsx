import type { Translate } from "@/lib/platform/i18n/translate";

/** Leads keyboard and screen-reader users past the navigation, to the element `content`. */
export function SkipLink({ t }: { t: Translate }) {
  return (
    <a
      href="#content"
      className="-translate-y-20 fixed top-3 left-3 z-50 rounded-control bg-accent px-4 py-2.5 font-medium text-accent-ink text-sm shadow-raised focus:translate-y-0 print:hidden"
    >
      {t("shell.skipToContent")}
    </a>
  );
}

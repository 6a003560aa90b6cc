import type { Translate } from "@/lib/platform/i18n/translate";
import { buttonStyle } from "../ui/button-style";
import { Bell } from "../ui/icons";

/** More is not worth counting. */
const MOST = 99;

/** The bell: the way to the inbox, and how much in it is new. */
export function InboxLink({ unread, t }: { unread: number; t: Translate }) {
  const label = t("shell.inbox", { count: unread });
  return (
    // A page of its own, so that it is counted anew.
    <a
      href="/inbox"
      target="_self"
      aria-label={label}
      title={label}
      className={buttonStyle({ variant: "ghost", shape: "icon", className: "relative" })}
    >
      <Bell aria-hidden className="size-5!" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-danger px-1 font-semibold text-[0.6875rem] text-danger-ink tabular-nums"
        >
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </a>
  );
}

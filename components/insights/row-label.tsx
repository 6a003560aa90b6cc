import type { Row } from "@/lib/insights/section";

/** A text about figures; where there is a list behind them, the way there. */
export function WayBehind({ href, text }: { href: string | undefined; text: string }) {
  return href ? (
    <a href={href} className="rounded underline decoration-line-strong underline-offset-3 hover:text-accent-text">
      {text}
    </a>
  ) : (
    text
  );
}

/** What a drawn row is about; where there is a list behind it, the way there. */
export const RowLabel = ({ row, text }: { row: Row; text: string }) => <WayBehind href={row.href} text={text} />;

import { cx } from "class-variance-authority";

/** One of several views of the same page. The address says which one is shown. */
export type Tab = { href: string; label: string; current: boolean; count?: string };

/** Views of one page, as links along a line. `label` names the choice for screen readers. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-line border-b [scrollbar-width:thin]">
      <ul className="flex sm:gap-1">
        {tabs.map((tab) => (
          <li key={tab.href} className={tab.current ? "[scroll-initial-target:nearest]" : undefined}>
            <a
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={cx(
                "-outline-offset-2 inline-flex h-control items-center gap-2 whitespace-nowrap border-b-2 px-2 text-sm sm:px-3 transition-colors",
                tab.current ? "border-accent font-semibold text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count && (
                <span className="rounded-full bg-sunken px-1.5 text-muted text-xs tabular-nums">{tab.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

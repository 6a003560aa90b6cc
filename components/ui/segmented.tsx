import { cx } from "class-variance-authority";
import type { Tab } from "./tabs";

/** A short choice, such as an order, as links side by side. */
export function Segmented({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="w-fit max-w-full overflow-x-auto rounded-control bg-sunken p-1">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? "true" : undefined}
              className={cx(
                "-outline-offset-2 inline-flex h-compact items-center gap-1.5 whitespace-nowrap rounded-md px-3 text-sm transition-colors",
                tab.current ? "bg-raised font-medium text-ink shadow-card" : "text-muted hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count && <span className="text-muted text-xs tabular-nums">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

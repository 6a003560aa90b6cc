"use client";

import { cx } from "class-variance-authority";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A place in the main navigation. `icon` is a small drawing without a name of its own; `g` and then `key` lead there. */
export type Place = { href: string; label: string; icon: ReactNode; key?: string };

/** A link to a place, marked when the reader is there or somewhere inside it. */
export function NavLink({ place: { href, label, icon, key }, className }: { place: Place; className: string }) {
  const isHere = isInside(usePathname(), href);
  return (
    <a
      href={href}
      data-go={key}
      aria-current={isHere ? "page" : undefined}
      className={cx(className, isHere ? "text-ink" : "text-muted")}
    >
      {icon}
      <span className="max-w-full truncate">{label}</span>
    </a>
  );
}

function isInside(path: string, href: string): boolean {
  return path === href || (href !== "/" && path.startsWith(`${href}/`));
}

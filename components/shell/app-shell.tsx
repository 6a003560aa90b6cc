"use client";

import { type ReactNode, useEffect } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { BottomBar } from "./bottom-bar";
import { Content } from "./content";
import { InboxLink } from "./inbox-link";
import { Logo } from "./logo";
import type { Place } from "./nav-link";
import { type Myself, PersonMenu } from "./person-menu";
import { SearchBox } from "./search-box";
import { Sidebar } from "./sidebar";
import { SkipLink } from "./skip-link";

/**
 * Everything around a page for signed-in people: places beside it (below it on a phone), search and oneself above it.
 *
 * @param places where this person may go, most used first; a phone shows the first three or four
 * @param unread how much in the inbox is new
 * @param isSeen whether the portal remembers which ideas this person has had before their eyes
 */
export function AppShell(props: Myself & { places: Place[]; unread: number; isSeen: boolean; children: ReactNode }) {
  const { places, unread, isSeen, children, ...myself } = props;
  const t = useTranslations();
  useEffect(() => {
    // Fetched when there is time: nothing counts before a second has passed. Where it fails, nothing is remembered.
    if (isSeen)
      import("./sightings").then(
        ({ watchSightings }) => watchSightings(),
        () => {},
      );
  }, [isSeen]);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[5.25rem_minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)] print:block print:min-h-0">
      <SkipLink t={t} />
      <Sidebar places={places} t={t} />
      <div className="min-w-0 pb-24 md:pb-10 print:pb-0">
        <header className="sticky top-0 z-20 bg-canvas/85 backdrop-blur-md print:hidden">
          <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-3 px-4 sm:px-8">
            <a href="/" aria-label={`Tormenta, ${t("shell.home")}`} className="rounded-control md:hidden">
              <Logo />
            </a>
            <SearchBox label={t("shell.search")} />
            <div className="ms-auto flex items-center gap-1 sm:gap-2">
              <InboxLink unread={unread} t={t} />
              <PersonMenu {...myself} t={t} />
            </div>
          </div>
        </header>
        <Content arriving={t("shell.arriving")}>{children}</Content>
      </div>
      <BottomBar places={places} t={t} />
    </div>
  );
}

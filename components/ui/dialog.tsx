"use client";

import { Close, Content, Portal, Root, Title } from "@radix-ui/react-dialog";
import { type ReactNode, useState } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { buttonStyle } from "./button-style";
import { X } from "./icons";

/**
 * A window over the page, for as long as it is rendered. It keeps the focus inside, closes on Escape and on a click
 * beside it, and gives the focus back.
 *
 * It is for what a script shows anyway, and is fetched with what it shows (`import()`): nothing that must work without
 * JavaScript may be asked in it.
 */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useTranslations();
  const [before] = useState(() => document.activeElement);

  // Radix gives the focus back to its own trigger only, and there is none.
  function giveFocusBack(event: Event) {
    event.preventDefault();
    if (before instanceof HTMLElement) before.focus();
  }

  return (
    <Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Portal>
        {/* Not Radix's own overlay: it locks scrolling by a style element, which globals.css does for us without. */}
        <div aria-hidden className="veil fixed inset-0 z-40" />
        <Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveFocusBack}
          className="fixed inset-0 z-50 m-auto h-fit max-h-[calc(100dvh-2rem)] w-[36rem] max-w-[calc(100vw-2rem)] overflow-y-auto rounded-card border border-line bg-raised p-6 text-ink shadow-raised"
        >
          <div className="mb-5 flex items-start justify-between gap-4">
            <Title className="font-semibold text-lg tracking-tight">{title}</Title>
            <Close
              aria-label={t("ui.close")}
              className={buttonStyle({ variant: "ghost", shape: "icon", className: "-m-2" })}
            >
              <X aria-hidden />
            </Close>
          </div>
          {children}
        </Content>
      </Portal>
    </Root>
  );
}

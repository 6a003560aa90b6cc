"use client";

import { X } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Button, buttonStyle } from "./button";

/**
 * A button that asks something in a window of its own before going on.
 *
 * It is the browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. Whatever
 * is asked needs a way without it too, since it only opens with JavaScript.
 *
 * @param children the question's body; a function receives what closes the dialog
 */
export function Dialog(props: {
  trigger: ReactNode;
  triggerStyle?: string;
  title: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}) {
  const { trigger, triggerStyle = buttonStyle(), title, children } = props;
  const t = useTranslations();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();

  return (
    <>
      <button type="button" aria-haspopup="dialog" className={triggerStyle} onClick={() => dialog.current?.showModal()}>
        {trigger}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-[28rem] max-w-[calc(100vw-2rem)] rounded-card border border-line bg-raised p-6 text-ink shadow-raised backdrop:bg-[oklch(0.15_0.04_275/0.55)]"
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <h2 id={titleId} className="font-semibold text-lg tracking-tight">
            {title}
          </h2>
          <Button variant="ghost" size="small" shape="icon" aria-label={t("ui.close")} onClick={close}>
            <X aria-hidden />
          </Button>
        </div>
        {typeof children === "function" ? children(close) : children}
      </dialog>
    </>
  );
}

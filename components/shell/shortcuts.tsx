"use client";

import { useRouter } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Keyboard } from "../ui/icons";
import { MenuButton } from "../ui/menu";
import { answerKey, recall } from "./shortcut-keys";

type Sheet = ComponentType<{ onClose: () => void }>;

/** The keys that work on every page, and the menu's entry that explains them; the explanation is fetched when asked for. */
export function Shortcuts({ label }: { label: string }) {
  const router = useRouter();
  const [isReady, setIsReady] = useState(false);
  const [Sheet, setSheet] = useState<Sheet>();
  const [said, say] = useState("");
  const close = () => setSheet(undefined);

  useEffect(() => {
    recall();
    // Without a script there are no shortcuts, and then nothing to explain.
    setIsReady(true);
    const answer = (event: KeyboardEvent) =>
      answerKey(event, { go: router.push, help: () => void open(setSheet), say });
    document.addEventListener("keydown", answer);
    return () => document.removeEventListener("keydown", answer);
  }, [router]);

  return (
    <>
      {isReady && (
        <MenuButton
          type="button"
          aria-haspopup="dialog"
          onPress={() => open(setSheet)}
          className="pointer-coarse:hidden"
        >
          <Keyboard aria-hidden />
          {label}
        </MenuButton>
      )}
      {isReady &&
        createPortal(
          <p aria-live="polite" className="sr-only">
            {said}
          </p>,
          document.body,
        )}
      {Sheet && <Sheet onClose={close} />}
    </>
  );
}

async function open(show: (sheet: () => Sheet) => void): Promise<void> {
  const loaded = await import("./shortcut-sheet").catch(() => undefined);
  if (loaded) show(() => loaded.ShortcutSheet);
}

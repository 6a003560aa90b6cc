"use client";

import type { ReactNode } from "react";
import { isLocale } from "@/lib/platform/i18n/locales";
import en from "@/lib/platform/i18n/messages/en/shortcuts.json";
import es from "@/lib/platform/i18n/messages/es/shortcuts.json";
import pt from "@/lib/platform/i18n/messages/pt/shortcuts.json";
import { useLocale } from "@/lib/platform/i18n/use-translations";
import { Dialog } from "../ui/dialog";
import { areOn, switchTo } from "./shortcut-keys";

const texts = { en, es, pt };

/** What the keys do, and the switch that turns them off. Brings its texts along: no other page has to carry them. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const locale = useLocale();
  const shortcuts = texts[isLocale(locale) ? locale : "en"];
  return (
    <Dialog title={shortcuts.title} onClose={onClose}>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <Group name={shortcuts.everywhere}>
          <Keys does={shortcuts.search} keys={["/"]} join={shortcuts.or} also={[shortcuts.ctrl, "K"]} />
          <Keys does={shortcuts.newIdea} keys={["n"]} />
          <Keys does={shortcuts.home} keys={["g", "h"]} join={shortcuts.then} />
          <Keys does={shortcuts.ideas} keys={["g", "i"]} join={shortcuts.then} />
          <Keys does={shortcuts.help} keys={["?"]} />
        </Group>
        <Group name={shortcuts.inLists}>
          <Keys does={shortcuts.next} keys={["j"]} />
          <Keys does={shortcuts.previous} keys={["k"]} />
          <Keys does={shortcuts.open} keys={[shortcuts.enter]} />
          <Keys does={shortcuts.vote} keys={["v"]} />
          <Keys does={shortcuts.close} keys={[shortcuts.esc]} />
        </Group>
      </div>
      {document.querySelector("nav [data-go=r]") && (
        <div className="mt-6 grid gap-x-10 gap-y-6 border-line border-t pt-5 sm:grid-cols-2">
          <Group name={shortcuts.inReview}>
            <Keys does={shortcuts.review} keys={["g", "r"]} join={shortcuts.then} />
            <Keys does={shortcuts.next} keys={["j"]} />
            <Keys does={shortcuts.previous} keys={["k"]} />
            <Keys does={shortcuts.toQueue} keys={["u"]} />
            <Keys does={shortcuts.send} keys={[shortcuts.ctrl, shortcuts.enter]} />
          </Group>
          <Group name={shortcuts.onAnIdea}>
            <Keys does={shortcuts.accept} keys={["a"]} />
            <Keys does={shortcuts.decline} keys={["d"]} />
            <Keys does={shortcuts.takeIn} keys={["t"]} />
            <Keys does={shortcuts.reply} keys={["r"]} />
            <Keys does={shortcuts.ask} keys={["w"]} />
            <Keys does={shortcuts.assign} keys={["o"]} />
          </Group>
        </div>
      )}
      <label className="mt-6 flex cursor-pointer items-start gap-3 border-line border-t pt-5">
        <input
          type="checkbox"
          defaultChecked={areOn()}
          onChange={(event) => switchTo(event.currentTarget.checked)}
          aria-describedby="shortcuts-hint"
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span className="text-sm">
          <span className="block font-medium">{shortcuts.use}</span>
          <span id="shortcuts-hint" className="mt-0.5 block text-muted">
            {shortcuts.useHint}
          </span>
        </span>
      </label>
    </Dialog>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 font-medium text-muted text-sm">{name}</h3>
      <dl className="space-y-1.5">{children}</dl>
    </section>
  );
}

function Keys(props: { does: string; keys: string[]; join?: string; also?: string[] }) {
  const { does, keys, join, also } = props;
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 text-sm">
      <dt>{does}</dt>
      <dd className="flex shrink-0 items-center gap-1.5 text-muted text-xs">
        {keys.map((key, place) => (
          <span key={key} className="contents">
            {place > 0 && join}
            <Key name={key} />
          </span>
        ))}
        {also && (
          <>
            {join}
            {also.map((key) => (
              <Key key={key} name={key} />
            ))}
          </>
        )}
      </dd>
    </div>
  );
}

const Key = ({ name }: { name: string }) => (
  <kbd className="inline-grid h-6 min-w-6 place-items-center rounded-md border border-line-strong bg-surface px-1.5 font-medium font-sans text-ink text-xs">
    {name}
  </kbd>
);

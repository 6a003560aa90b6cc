"use client";

import { type ReactNode, useActionState } from "react";
import { mergePairForm, partPairButton, postponePairButton } from "@/lib/duplicates/actions";
import type { Pair, Twin } from "@/lib/duplicates/schema";
import { useVoice } from "@/lib/platform/i18n/use-translations";
import { DeskKeys } from "../desk/desk-keys";
import { WhatOthersDid } from "../desk/meanwhile";
import { FormRefusal } from "../ui/form-refusal";
import { Clock, Merge, X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { PairReasons } from "./pair-reasons";
import { TwinCard } from "./twin-card";

const key =
  "ms-1 rounded border border-current/30 px-1.5 font-sans text-xs leading-5 in-data-[shortcuts=off]:invisible pointer-coarse:hidden";

/**
 * Two ideas that may say the same, side by side, and what can be said about them: which one stays, that they are not the
 * same, or later.
 *
 * @param mayStay whether the other one could become part of the first, and of the second
 */
export function PairView({ pair, mayStay }: { pair: Pair; mayStay: [boolean, boolean] }) {
  const voice = useVoice();
  const { t } = voice;
  const [before, post] = useActionState(mergePairForm, null);
  const { one, other, shared } = pair;

  return (
    <div className="space-y-5">
      <DeskKeys />
      <PairReasons pair={pair} t={t} />
      {before?.meanwhile ? <WhatOthersDid meanwhile={before.meanwhile} /> : <FormRefusal before={before} />}
      <form action={post}>
        <PairNames pair={pair} />
        <input type="hidden" name="oneVersion" value={one.version} />
        <input type="hidden" name="otherVersion" value={other.version} />
        <div className="grid gap-4 lg:grid-cols-2">
          {[one, other].map((twin, place) => (
            <TwinCard key={twin.id} twin={twin} label={label(twin, t)} shared={shared} {...voice}>
              {mayStay[place] && (
                <SubmitButton
                  name="survivorId"
                  value={twin.id}
                  variant="secondary"
                  data-key={String(place + 1)}
                  data-key-waits
                  aria-keyshortcuts={String(place + 1)}
                  aria-label={t("duplicates.staysNamed", { title: twin.title })}
                >
                  <Merge aria-hidden />
                  {t("duplicates.stays")}
                  <kbd aria-hidden className={key}>
                    {place + 1}
                  </kbd>
                </SubmitButton>
              )}
            </TwinCard>
          ))}
        </div>
      </form>
      <div className="flex flex-wrap gap-3">
        <PairDeed deed={partPairButton} pair={pair} shortcut="x" hint={t("duplicates.apartHint")} variant="secondary">
          <X aria-hidden />
          {t("duplicates.apart")}
        </PairDeed>
        <PairDeed deed={postponePairButton} pair={pair} shortcut="l" hint={t("duplicates.laterHint")} variant="ghost">
          <Clock aria-hidden />
          {t("duplicates.later")}
        </PairDeed>
      </div>
    </div>
  );
}

type DeedProps = {
  deed: (form: FormData) => Promise<void>;
  pair: Pair;
  shortcut: string;
  hint: string;
  variant: "secondary" | "ghost";
  children: ReactNode;
};

/** A button, with its key, for what is done with both. */
const PairDeed = ({ deed, pair, shortcut, hint, variant, children }: DeedProps) => (
  <form action={deed}>
    <PairNames pair={pair} />
    <SubmitButton variant={variant} data-key={shortcut} aria-keyshortcuts={shortcut} title={hint}>
      {children}
      <kbd aria-hidden className={key}>
        {shortcut}
      </kbd>
    </SubmitButton>
  </form>
);

const PairNames = ({ pair: { one, other } }: { pair: Pair }) => (
  <>
    <input type="hidden" name="oneId" value={one.id} />
    <input type="hidden" name="otherId" value={other.id} />
  </>
);

const label = ({ title }: Twin, t: ReturnType<typeof useVoice>["t"]) => t("duplicates.twin", { title });

"use client";

import { Fragment, type ReactNode } from "react";
import { FormRefusal } from "../ui/form-refusal";
import { WhatOthersDid } from "./meanwhile";
import type { useDeskForm } from "./use-desk-form";

/** The frame of every form on an idea's review side: what it is about, why it was refused, its fields. */
export function DeskForm(props: {
  ideaId: string;
  onward: string;
  state: ReturnType<typeof useDeskForm>;
  children: ReactNode;
}) {
  const { ideaId, onward, state, children } = props;
  const { before, form, post, version, drawing } = state;
  return (
    <form ref={form} action={post} className="space-y-4" noValidate>
      {before?.meanwhile ? <WhatOthersDid meanwhile={before.meanwhile} /> : <FormRefusal before={before} />}
      <input type="hidden" name="ideaId" value={ideaId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="onward" value={onward} />
      <Fragment key={drawing}>{children}</Fragment>
    </form>
  );
}

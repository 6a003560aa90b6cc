"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useRef } from "react";
import type { FormState } from "@/lib/platform/outcome";
import { versionAfter } from "./meanwhile";

/** A server action of the desk, as a form with or without JavaScript calls it. */
export type DeskAction = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * A form of an idea's review side: what was typed comes back with a refusal, together with what others did meanwhile,
 * and the first wrong field gets the focus.
 *
 * @param version of the review that the page shows
 */
export function useDeskForm(action: DeskAction, version: number) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [before, post] = useActionState(action, null);
  const meanwhile = before?.meanwhile;

  useEffect(() => {
    if (!before) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid], [role=alert], [role=status]")?.focus();
    // The rest of the page is as old as what was refused.
    if (before.meanwhile) router.refresh();
  }, [before, router]);

  return {
    form,
    post,
    before,
    version: meanwhile ? versionAfter(meanwhile, version) : version,
    /** What a field starts with: what was typed last, or what is given. */
    startOf: (name: string, given: string | null | undefined = "") => before?.values[name] ?? given ?? "",
    /** What is wrong with a field, as a prop that is only there when something is. */
    errorOf: (name: string) => (before?.fields[name] ? { error: before.fields[name] } : {}),
    /** Draws the fields anew, with what was typed: React empties a form that was sent. */
    drawing: before ? JSON.stringify(before.values) : "first",
  };
}

import { useActionState } from "react";
import type { FormState } from "@/lib/platform/outcome";

type Post = (before: FormState, form: FormData) => Promise<FormState>;

/** A form that works without a script: what was typed comes back with the reason when it was refused. */
export function useKeptForm(action: Post, start: Record<string, string | null | undefined> = {}) {
  const [before, post] = useActionState(action, null);
  const tied = (name: string) => ({
    name,
    defaultValue: before?.values[name] ?? start[name] ?? undefined,
    error: before?.fields[name],
  });
  return { before, post, tied };
}

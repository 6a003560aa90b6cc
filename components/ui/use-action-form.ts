"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { type DefaultValues, type FieldErrors, type FieldValues, type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import type { FormState, Outcome } from "@/lib/platform/outcome";
// Gives zod our own texts in the browser as well.
import "@/lib/platform/parse";
import { unreachable } from "./unreachable";

type Refusal = { reason: MessageKey; fields: Record<string, MessageKey> };

/**
 * A form that checks with the server's own schema, sends itself to a server action, and shows what the server says.
 *
 * A refusal lands on the field that caused it, and on `formState.errors.root` when no field here did. All messages in
 * `formState.errors` are MessageKeys. What is sent is what was typed: the action parses it by the same schema again.
 * Without JavaScript the same form posts itself: `<form action={post} onSubmit={submit}>` with
 * `const [before, post] = useActionState(submitIdeaFormAction, null)`; `before` brings the refusal and the typing back.
 *
 * @param onDone receives the action's data after success, for example to go to the new page
 */
export function useActionForm<Input extends FieldValues, T>(props: {
  schema: z.ZodType<unknown, Input>;
  action: (input: Input) => Promise<Outcome<T>>;
  defaultValues: DefaultValues<Input>;
  before?: FormState;
  onDone: (data: T) => void;
}) {
  const { schema, action, defaultValues, before, onDone } = props;
  const [start] = useState(() => ({
    values: { ...defaultValues, ...before?.values } as DefaultValues<Input>,
    errors: before ? (placed(before, defaultValues) as FieldErrors<Input>) : undefined,
  }));
  const form = useForm<Input, unknown, Input>({
    resolver: zodResolver(schema, undefined, { raw: true }),
    defaultValues: start.values,
    errors: start.errors,
    // Not when a field is left: an error that appeared then would move what is being pressed away from the pointer.
    mode: "onSubmit",
  });

  const submit = form.handleSubmit(async (input) => {
    const outcome = await action(input).catch(() => unreachable);
    if (outcome.ok) return onDone(outcome.data);

    const errors = Object.entries(placed(outcome, defaultValues));
    for (const [name, error] of errors) form.setError(name as Path<Input>, error, { shouldFocus: name !== "root" });
  });

  /** Ties an input to the form, with its first value already in the server's HTML. */
  const register = (name: Path<Input>) => ({ ...form.register(name), ...startsWith(start.values[name]) });

  return { ...form, register, submit };
}

/** The errors of a refusal by the field that shows them; `root` when the form has none of the fields. */
function placed({ reason, fields }: Refusal, inForm: object): Record<string, { type: string; message: MessageKey }> {
  const known = Object.entries(fields).filter(([name]) => name in inForm);
  const shown = known.length > 0 ? known : [["root", reason] as const];
  return Object.fromEntries(shown.map(([name, message]) => [name, { type: "server", message }]));
}

const startsWith = (value: unknown) =>
  typeof value === "boolean" ? { defaultChecked: value } : { defaultValue: value as string | undefined };

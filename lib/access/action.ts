import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { Failure, Overtaken } from "../platform/errors";
import { atDoor } from "../platform/exchange";
import type { Answer, FormState, Outcome } from "../platform/outcome";
import { parse } from "../platform/parse";
import { countAsked, countVisit } from "../platform/rate-limit";
import type { Actor } from "./actor";
import { requireSameOrigin } from "./origin";
import { refusalOf } from "./refusal";
import { sessionActor } from "./session";

async function requireActor(): Promise<Actor> {
  atDoor();
  requireSameOrigin(await headers());
  const actor = await sessionActor();
  await countAsked(actor, "writes");
  if (!actor) throw new Failure("unauthenticated", "access.signInFirst");
  return actor;
}

async function requireVisitor(): Promise<null> {
  atDoor();
  requireSameOrigin(await headers());
  await countVisit();
  return null;
}

function refuse(error: unknown): Outcome<never> {
  const refusal = refusalOf(error);
  if (refusal === "defect") return { ok: false, reason: "validation.unexpected", fields: {} };
  const { reason, fields } = refusal;
  return { ok: false, reason, fields, ...(refusal instanceof Overtaken && { meanwhile: refusal.meanwhile }) };
}

const door =
  <A>(who: () => Promise<A>) =>
  <S extends z.ZodType, T>(schema: S, run: (actor: A, input: z.output<S>) => Promise<T>) =>
  async (input: z.input<S>): Promise<Outcome<T>> => {
    try {
      const actor = await who();
      return { ok: true, data: await run(actor, parse(schema, input)) };
    } catch (error) {
      return refuse(error);
    }
  };

/** The fields of a form as an object; Next's own hidden ones are left out. None, when something else was posted. */
function fieldsOf(form: unknown): Record<string, string> {
  atDoor();
  if (!(form instanceof FormData)) return {};
  const fields = [...form.entries()].filter(
    ([name, value]) => !name.startsWith("$ACTION") && typeof value === "string",
  );
  return Object.fromEntries(fields) as Record<string, string>;
}

const formDoor =
  <A>(who: () => Promise<A>) =>
  <S extends z.ZodType, T>(
    schema: S,
    run: (actor: A, input: z.output<S>) => Promise<T>,
    leadsTo: (data: T, input: z.output<S>) => string,
  ) =>
  async (_before: FormState, form: FormData): Promise<FormState> => {
    const values = fieldsOf(form);
    const outcome = await door(who)(schema, async (actor, input) => leadsTo(await run(actor, input), input))(
      values as z.input<S>,
    );
    if (outcome.ok) redirect(outcome.data);
    const { reason, fields, meanwhile } = outcome;
    return { reason, fields, values, ...(meanwhile && { meanwhile }) };
  };

const buttonDoor =
  <A>(who: () => Promise<A>) =>
  <S extends z.ZodType>(
    schema: S,
    run: (actor: A, input: z.output<S>) => Promise<unknown>,
    leadsTo?: string | ((input: z.output<S>) => string),
  ) =>
  async (form: FormData): Promise<void> => {
    const outcome = await door(who)(schema, async (actor, input) => {
      await run(actor, input);
      return typeof leadsTo === "function" ? leadsTo(input) : leadsTo;
    })(fieldsOf(form) as z.input<S>);
    if (outcome.ok && outcome.data) redirect(outcome.data);
    refresh();
  };

const answerDoor =
  <A>(who: () => Promise<A>) =>
  <S extends z.ZodType, T>(schema: S, run: (actor: A, input: z.output<S>) => Promise<T>) =>
  async (_before: Answer<T>, form: FormData): Promise<Answer<T>> => {
    const values = fieldsOf(form);
    const outcome = await door(who)(schema, run)(values as z.input<S>);
    if (!outcome.ok) return { reason: outcome.reason, fields: outcome.fields, values };
    refresh();
    return { data: outcome.data };
  };

/**
 * The web door. Turns a domain function into a server action: who is asking, is the input well-formed, do it, answer.
 * Authorization is not here: it belongs to the command, so that no door can forget it.
 */
export const action = door(requireActor);

/** The same door for a plain form, which works without JavaScript: when it is done the browser goes to `leadsTo`. */
export const formAction = formDoor(requireActor);

/**
 * The same door for a lone button, where there is nothing to type and nothing to explain: afterwards, or when it is
 * refused, the page is shown as things now stand; with `leadsTo` the browser goes there once it is done.
 */
export const buttonAction = buttonDoor(requireActor);

/** The same door for a form that is answered on its own page, with something that is shown just once. */
export const answerAction = answerDoor(requireActor);

/** The door of a plain form for what people do before they are signed in: the function gets no actor. */
export const visitorFormAction = formDoor(requireVisitor);

/** The visitors' door for a lone button. */
export const visitorButtonAction = buttonDoor(requireVisitor);

import type { z } from "zod";
import type { Actor } from "./actor";

/** How programs ask: the method, and the address with its parameters in braces. */
export type Door = `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /api/v1/${string}`;

/** Something that programs can ask for: a domain function, and everything that has to be told about it. */
export type Deed<S extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> = {
  readonly at: Door;
  /** For those who write programs; English. */
  readonly summary: string;
  readonly input: S;
  readonly answer: A;
  /** What success is called; 201 where something new comes to be. */
  readonly status: 200 | 201;
  /** Whether it changes nothing, though it is no GET: what is asked would not do in an address, which is logged on the way. */
  readonly onlyAsks: boolean;
  /** The media type of what is handed over where that is a file and no JSON; the function then answers a `Download`. */
  readonly file?: "text/csv";
  run(actor: Actor, input: z.output<S>): Promise<z.output<A>>;
  /** The address of what has come to be. */
  location?(answer: z.output<A>): string;
};

/** One row of the API's table. That the function answers what the row says is checked by the compiler. */
export const deed = <S extends z.ZodType, A extends z.ZodType>(
  at: Door,
  row: Omit<Deed<S, A>, "at" | "status" | "onlyAsks"> & Partial<Pick<Deed, "status" | "onlyAsks">>,
): Deed<S, A> => ({ at, status: 200, onlyAsks: at.startsWith("GET "), ...row });

import type { Queue } from "@/lib/desk/schema";

const searchOf = ({ whose, view }: Queue, more: Record<string, string>) => {
  const said = { ...(whose === "mine" ? {} : { whose }), ...(view === "due" ? {} : { view }), ...more };
  const search = new URLSearchParams(said).toString();
  return search && `?${search}`;
};

/** The address of a queue. What it shows anyway is not said. */
export const queuePath = (queue: Queue, cursor?: string | null): string =>
  `/review${searchOf(queue, cursor ? { cursor } : {})}`;

/** The address of the board with the same ideas. */
export const boardPath = ({ whose }: Pick<Queue, "whose">): string =>
  `/review/board${searchOf({ whose, view: "due" }, {})}`;

/** The address of the same page once something was done on it: another one each time, so that it is drawn anew. */
export const deskAgain = (ideaId: string, queue: Queue, seen: string): string =>
  `/review/${ideaId}${searchOf(queue, { seen })}`;

/** The address of an idea's review side, as part of a queue; `to` opens a form on it. */
export const deskPath = (ideaId: string, queue: Queue, to?: string): string =>
  `/review/${ideaId}${searchOf(queue, to ? { to } : {})}`;

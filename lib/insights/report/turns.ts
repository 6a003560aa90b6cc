// Next bundles pages and routes apart: each has its own copy of this file, and one queue.
const held = globalThis as typeof globalThis & { tormentaExports?: Map<string, Promise<unknown>> };
held.tormentaExports ??= new Map();
const last = held.tormentaExports;

/** Does one thing of a person after the other: whoever presses five times gets five files, and one processor is busy. */
export async function inTurn<T>(personId: string, make: () => Promise<T>): Promise<T> {
  const before = last.get(personId) ?? Promise.resolve();
  const mine = before.then(make, make);
  last.set(personId, mine);
  try {
    return await mine;
  } finally {
    if (last.get(personId) === mine) last.delete(personId);
  }
}

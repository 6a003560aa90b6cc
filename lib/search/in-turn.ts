/** Of all searches of a process at once: the others have to get at the database, too. Chosen by us, of ten connections. */
const MOST = 3;

type Turns = { running: Set<string>; waiting: { personId: string; begin: () => void }[] };

// One line per process, though Next bundles pages and endpoints apart.
const held = globalThis as typeof globalThis & { tormentaTurns?: Turns };
held.tormentaTurns ??= { running: new Set(), waiting: [] };
const turns = held.tormentaTurns;

/** Begins whatever may begin, in the order of asking; whoever has something running lets others pass. */
function beginNext(): void {
  turns.waiting = turns.waiting.filter(({ personId, begin }) => {
    if (turns.running.size >= MOST || turns.running.has(personId)) return true;
    turns.running.add(personId);
    begin();
    return false;
  });
}

/**
 * Does costly work when it is its turn: one at a time for each person, and three in this process, so that nobody who asks
 * for very much at once keeps others from the database.
 */
export async function inTurn<T>(personId: string, work: () => Promise<T>): Promise<T> {
  await new Promise<void>((begin) => {
    turns.waiting.push({ personId, begin });
    beginNext();
  });
  try {
    return await work();
  } finally {
    turns.running.delete(personId);
    beginNext();
  }
}

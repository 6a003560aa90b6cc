import { Trouble } from "./trouble";

const isTerminal = Boolean(process.stderr.isTTY);

// The terminal may be closed before we are: what is said then reaches nobody, and must not stop the closing.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

/** Tells the person at the keyboard something. On stderr: a script's stdout is for what it was asked for. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Does something that may take long, showing that it goes on and how long it took. */
export async function step<T>(what: string, work: (progress: (detail: string) => void) => Promise<T>): Promise<T> {
  const started = Date.now();
  let detail = "";
  const line = () => `${what} … ${detail ? `${detail}, ` : ""}${Math.round((Date.now() - started) / 1000)} s`;
  const draw = () => process.stderr.write(`\r\u001b[2K${line()}`);
  const timer = setInterval(isTerminal ? draw : () => say(line()), isTerminal ? 500 : 10_000);
  if (isTerminal) draw();
  try {
    const result = await work((text) => {
      detail = text;
    });
    say(`${isTerminal ? "\r\u001b[2K" : ""}${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

type Close = () => Promise<unknown>;
const closers: Close[] = [];
let ending: Promise<never> | undefined;

/** Has something closed when the script ends, however it ends; last opened, first closed. */
export function atEnd(close: Close): void {
  closers.push(close);
}

async function closeAndExit(code: number): Promise<never> {
  for (let close = closers.pop(); close; close = closers.pop()) {
    await close().catch((error: unknown) => say(`While stopping: ${(error as Error).message}`));
  }
  return process.exit(code);
}

function end(code: number): Promise<never> {
  ending ??= closeAndExit(code);
  return ending;
}

/**
 * Runs a script. What its person can mend is told in words, what is a defect with its trace; on Ctrl-C everything that
 * was opened is closed first.
 *
 * @param interrupted what the script answers when it is stopped: 0 where being stopped is how it ends
 */
export function main(work: () => Promise<number | undefined>, interrupted = 130): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!ending) say("\nStopping …");
      void end(interrupted);
    });
  }
  work().then(
    (code) => end(code ?? 0),
    (error: unknown) => {
      // Once we are ending, work in flight fails for lack of what was closed: that is no news.
      if (!ending) say(`\n${error instanceof Trouble ? error.message : (error as Error).stack}\n`);
      return end(1);
    },
  );
}

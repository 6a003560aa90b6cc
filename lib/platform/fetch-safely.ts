/** How long an answer may take, and how much of it there may be. */
type Bounds = { timeoutMs: number; mostBytes: number };

/**
 * Asks an address that an administrator has configured for what it answers, as text. It may lie in a private network:
 * that is where such services stand, and nobody else can choose it. It leads nowhere else, and has an end in time and size.
 *
 * @throws Error when the service does not answer with success, in time, or answers more than `mostBytes`
 */
export async function fetchConfigured(address: string, init: RequestInit, bounds: Bounds): Promise<string> {
  const response = await fetch(address, {
    ...init,
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(bounds.timeoutMs),
  });
  if (!response.ok) throw new Error(`${new URL(address).host} answered ${response.status}`);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > bounds.mostBytes)
      throw new Error(`${new URL(address).host} answered more than ${bounds.mostBytes} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * Where to go after signing in: `next` if it is a place in this portal, else the start page.
 *
 * @param next what a link or form asked for; anybody may have written it
 * @returns a path on this host, never an address elsewhere
 */
export function safeReturn(next: string | null | undefined): string {
  // Backslashes, tabs and line ends turn "/\evil" into another host in some browsers: only plain paths pass.
  if (!next || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next)) return "/";
  const url = new URL(next, "http://here.invalid");
  // "/.//evil.example" is a path, but what remains of it without its dots is the address of another host.
  if (url.host !== "here.invalid" || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}

import { env } from "./env";

/**
 * What a page of ours may load and run: only what this host serves, and only scripts that carry the nonce.
 *
 * @param nonce unguessable, new for every answer
 */
export function policy(nonce: string): string {
  // The development server evaluates and injects styles while it reloads; production never does.
  const isDevelopment = env().NODE_ENV === "development";
  const script = isDevelopment ? " 'unsafe-eval'" : "";
  const style = isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${script}`,
    `style-src 'self' ${style}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The address of the page that is asked for, set by proxy.ts; only used to come back there after signing in. */
export const pathHeader = "x-tormenta-path";

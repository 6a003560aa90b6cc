import { type Reaction, when } from "./platform/react";

/**
 * When this happens, that follows: after it was committed, in the worker, at least once, each by itself and retried
 * alone. The only place that joins modules sideways. What is named here says `followed: true` where it is declared.
 */
export const reactions: Reaction[] = [];
void when;

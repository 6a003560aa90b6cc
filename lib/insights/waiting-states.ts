/** The states in which an idea waits for somebody to do something; in the others it has arrived. */
export const waitingStates = ["submitted", "in_review", "accepted", "in_progress"] as const;

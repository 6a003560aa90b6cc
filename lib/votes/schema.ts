/** How an idea stands: all votes of colleagues, and whether the reader's own is among them. */
export type Tally = { votes: number; mine: boolean };

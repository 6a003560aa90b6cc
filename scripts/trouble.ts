/** Something the person at the keyboard can mend. Scripts print its message alone, never a stack trace. */
export class Trouble extends Error {}

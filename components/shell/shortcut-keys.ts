const KEPT_AS = "shortcuts";

/** How long `g` waits for the letter of a place. Chosen by us. */
const PAUSE_MS = 1_500;

/** Whether this browser's user wants shortcuts of a single key. They do until they say no. */
export const areOn = (): boolean => document.documentElement.dataset.shortcuts !== "off";

/** Switches shortcuts of a single key on or off, and remembers it in this browser. */
export function switchTo(on: boolean): void {
  document.documentElement.dataset.shortcuts = on ? "on" : "off";
  try {
    localStorage.setItem(KEPT_AS, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}

/** Brings back what this browser remembers. */
export function recall(): void {
  try {
    document.documentElement.dataset.shortcuts = localStorage.getItem(KEPT_AS) ?? "on";
  } catch {
    document.documentElement.dataset.shortcuts = "on";
  }
}

/** What the keys need of the page they work on. */
export type Reach = { go: (path: string) => void; help: () => void; say: (text: string) => void };

let leader = 0;

/**
 * Does what a key stands for, if it stands for anything here: never for somebody who types, has a window open, or holds
 * down a key of the system's.
 */
export function answerKey(event: KeyboardEvent, reach: Reach): void {
  if (event.defaultPrevented || document.querySelector(windows)) return;
  const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (event.key === "k" && (event.ctrlKey || event.metaKey)) done(event, search);
  if (isChord || !areOn() || isTyping(event.target)) return;

  const isLed = Date.now() - leader < PAUSE_MS;
  leader = event.key === "g" && !isLed ? Date.now() : 0;
  const deeds: Record<string, () => void> = {
    "/": search,
    "?": reach.help,
    n: () => reach.go("/ideas/new"),
    j: () => step(1),
    k: () => step(-1),
    v: () => vote(reach.say),
  };
  const place = isLed && placeOf(event.key);
  const deed = place ? () => place.click() : deeds[event.key];
  if (deed) done(event, deed);
}

/** The link of the main navigation that a letter stands for. */
const placeOf = (key: string) =>
  [...document.querySelectorAll<HTMLElement>("nav [data-go]")].find(({ dataset }) => dataset.go === key);

function done(event: KeyboardEvent, deed: () => void): void {
  event.preventDefault();
  deed();
}

const typed =
  "input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]";
const windows = "[role=dialog], [popover]:popover-open";

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(typed) !== null;

/** The page's own search before the one that is on every page. */
function search(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>("[type=search][name=q]")].reverse();
  fields.find((field) => field.checkVisibility())?.select();
}

/** To the next or previous thing in what the page lists, beginning from where the focus is. */
function step(by: 1 | -1): void {
  const things = [...document.querySelectorAll<HTMLElement>("main [data-step]")];
  const focus = document.activeElement;
  const here = things.findLastIndex((thing) => thing === focus || thing.closest("li")?.contains(focus));
  const next = things[here < 0 && by < 0 ? -1 : here + by];
  next?.focus({ preventScroll: true });
  (next?.closest("article") ?? next)?.scrollIntoView({ block: "nearest" });
}

/** Presses the vote of the idea that has the focus, or of the idea that the page is about. */
function vote(say: Reach["say"]): void {
  const listed = document.activeElement?.closest("main li")?.querySelector<HTMLElement>("[data-vote] button");
  const button = listed ?? document.querySelector<HTMLElement>("[data-vote=page] button");
  if (!button) return;
  button.click();
  // The focus stays where it is, so the button's new name is not read out by itself.
  setTimeout(() => say(button.getAttribute("aria-label") ?? ""), 50);
}

import type { Sighting } from "@/lib/impressions/schema";

/** At least half of a card has to be on the screen for so long. */
const LONG_ENOUGH_MS = 1_000;

/** So many are told at once; fewer as soon as the oldest has waited long enough. Chosen by us. */
const ENOUGH = 20;
const PATIENCE_MS = 15_000;

/** What was seen and has not been told, and when; by idea. */
const untold = new Map<string, Omit<Sighting, "ago"> & { since: number }>();
/** The ideas that need not be told of again. */
const told = new Set<string>();
/** What may be half on the screen, and what it showed when it was first looked at: the same place can show another. */
const watched = new WeakMap<Element, string>();
/** What is half on the screen: since when, and the timer that ends when it counts as seen. */
const onScreen = new Map<Element, { since: number; timer: number }>();

let patience: number | undefined;

/**
 * What `target` shows and where. Lists say so of themselves, as in `data-seen="search relevant 20"` (the place, the
 * order, and how many come before the first) and pages, as in `data-seen="page <idea>"`.
 */
function shownBy(target: Element): Omit<Sighting, "ago"> | undefined {
  const list = target.closest<HTMLElement>("[data-seen]");
  const [place, order, before] = list?.dataset.seen?.split(" ") ?? [];
  if (!list || !order) return undefined;
  if (place === "page") return { ideaId: order, place, position: 0 };
  const ideaId = target.querySelector<HTMLAnchorElement>("a[href^='/ideas/']")?.pathname.split("/")[2] ?? "";
  const position = Math.min(Number(before) + [...list.children].indexOf(target) + 1, 1_000);
  return { ideaId, place: place as Sighting["place"], order, position };
}

function tell(): void {
  clearTimeout(patience);
  patience = undefined;
  if (untold.size === 0) return;
  const sightings = [...untold.values()].map(({ since, ...sighting }) => ({
    ...sighting,
    ago: Math.round((performance.now() - since) / 1_000),
  }));
  // The browser sends it even when the page is gone before it is.
  navigator.sendBeacon("/impressions", new Blob([JSON.stringify({ sightings })], { type: "application/json" }));
  untold.clear();
}

function note(target: Element): void {
  const { since = performance.now() } = onScreen.get(target) ?? {};
  const shown = shownBy(target);
  if (!shown?.ideaId || told.has(shown.ideaId)) return;
  told.add(shown.ideaId);
  untold.set(shown.ideaId, { ...shown, since });
  if (untold.size >= ENOUGH) tell();
  else patience ??= window.setTimeout(tell, PATIENCE_MS);
}

function lose(target: Element): void {
  clearTimeout(onScreen.get(target)?.timer);
  onScreen.delete(target);
}

function meet(entries: IntersectionObserverEntry[]): void {
  for (const { target, intersectionRatio } of entries) {
    lose(target);
    if (intersectionRatio < 0.5 || document.hidden) continue;
    onScreen.set(target, { since: performance.now(), timer: window.setTimeout(note, LONG_ENOUGH_MS, target) });
  }
}

/** Watches whatever has come to the page since, and all of it anew where the page itself was out of sight. */
function look(eye: IntersectionObserver, anew = false): void {
  for (const target of document.querySelectorAll("[data-seen^=page],[data-seen]>li")) {
    const shows = shownBy(target)?.ideaId ?? "";
    if (!anew && watched.get(target) === shows) continue;
    watched.set(target, shows);
    eye.unobserve(target);
    eye.observe(target);
  }
}

let isWatching = false;

/**
 * From now on tells the portal which ideas are on the screen for a second, at least by half, while the page is in sight;
 * what is pressed counts at once. Told in batches, at the latest when the page is left.
 */
export function watchSightings(): void {
  // Somebody else may have signed in since.
  told.clear();
  untold.clear();
  if (isWatching) return;
  isWatching = true;
  const eye = new IntersectionObserver(meet, { threshold: 0.5 });
  new MutationObserver(() => look(eye)).observe(document.body, { childList: true, subtree: true });
  look(eye);

  const press = ({ target }: Event) => {
    const card = target instanceof Element && target.closest("[data-seen]>li");
    if (card) note(card);
  };
  document.addEventListener("click", press, true);
  // What is sent may be a vote, or the end of the session: what was seen before belongs before it.
  document.addEventListener("submit", tell, true);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      [...onScreen.keys()].forEach(lose);
      tell();
    } else look(eye, true);
  });
  window.addEventListener("pagehide", tell);
}

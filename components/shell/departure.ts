type Listener = (url: string) => void;

let listener: Listener | undefined;

/** Has `listen` told of every way to another page of ours, as it begins. @returns what ends that */
export function onDeparture(listen: Listener): () => void {
  listener = listen;
  return () => {
    listener = undefined;
  };
}

/** Tells that somebody is on the way to `url`; going back and forward is not told, for there the page is kept. */
export function depart(url: string, type: "push" | "replace" | "traverse"): void {
  if (type !== "traverse") listener?.(url);
}

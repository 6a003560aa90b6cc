import type { SkeletonKind } from "../ui/skeleton";

const kinds: [RegExp, SkeletonKind][] = [
  [/^\/admin\/people$/, "table"],
  [/^\/ideas\/new$|\/edit$|^\/settings$|^\/admin\//, "form"],
  [/^\/(ideas|review)\/./, "article"],
];

/** What the page at `path` will look like, roughly. */
export const kindOfPage = (path: string): SkeletonKind => kinds.find(([paths]) => paths.test(path))?.[1] ?? "list";

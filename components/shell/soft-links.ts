import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** The page of ours that a click leads to; nothing where the browser follows the link by itself. */
function goalOf(event: MouseEvent): string | undefined {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute("download")) return undefined;
  const { origin, pathname, search, hash } = new URL(link.href, location.href);
  const isHere = hash !== "" && pathname === location.pathname && search === location.search;
  if (origin !== location.origin || pathname.startsWith("/api/") || isHere) return undefined;
  return pathname + search + hash;
}

/**
 * Follows links to pages of ours without loading everything anew. They are ordinary links: this one listener costs less
 * than a component for each, which a list has sixty of, and nothing is fetched ahead that nobody asked for.
 */
export function useSoftLinks(): void {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const goal = goalOf(event);
      if (!goal) return;
      event.preventDefault();
      router.push(goal);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
}

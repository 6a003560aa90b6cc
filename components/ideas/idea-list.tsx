import type { Order } from "@/lib/ranking/schema";
import { type CardIdea, IdeaCard, type Reading } from "./idea-card";

/**
 * Ideas below each other, in the order in which they come.
 *
 * @param place what kind of list it is, for components/shell/sightings.ts, which also asks for the order and how many
 *   ideas come before
 */
export function IdeaList(
  props: { ideas: CardIdea[]; label: string; here: string; place: "list" | "search" | "home"; order: Order } & Reading,
) {
  const { ideas, label, place, ...rest } = props;
  return (
    <ol aria-label={label} data-seen={`${place} ${rest.order} 0`} className="space-y-3">
      {ideas.map((idea) => (
        <li key={idea.id}>
          <IdeaCard idea={idea} {...rest} />
        </li>
      ))}
    </ol>
  );
}

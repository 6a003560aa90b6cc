import type { Order } from "@/lib/ranking/orders";
import { type CardIdea, IdeaCard, type Reading } from "./idea-card";

/**
 * Ideas below each other, in the order in which they come.
 *
 * @param place what kind of list it is, for components/shell/sightings.ts, which also asks for the order
 * @param before how many came before these, on other pages
 */
export function IdeaList(
  props: {
    ideas: CardIdea[];
    label: string;
    here: string;
    place: "list" | "search" | "home";
    order: Order;
    before?: number;
  } & Reading,
) {
  const { ideas, label, place, before = 0, ...rest } = props;
  return (
    <ol aria-label={label} data-seen={`${place} ${rest.order} ${before}`} className="space-y-3">
      {ideas.map((idea) => (
        <li key={idea.id}>
          <IdeaCard idea={idea} {...rest} />
        </li>
      ))}
    </ol>
  );
}

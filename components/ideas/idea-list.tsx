import { type CardIdea, IdeaCard, type Reading } from "./idea-card";

/**
 * Ideas below each other, in the order in which they come.
 *
 * @param seen where this is, for components/shell/sightings.ts: the kind of list, its order, how many come before
 */
export function IdeaList(props: { ideas: CardIdea[]; label: string; here: string; seen: string } & Reading) {
  const { ideas, label, seen, ...rest } = props;
  return (
    <ol aria-label={label} data-seen={seen} className="space-y-3">
      {ideas.map((idea) => (
        <li key={idea.id}>
          <IdeaCard idea={idea} {...rest} />
        </li>
      ))}
    </ol>
  );
}

import { type CardIdea, IdeaCard, type Reading } from "./idea-card";

/** Ideas below each other, in the order in which they come. */
export function IdeaList({ ideas, label, ...rest }: { ideas: CardIdea[]; label: string; here: string } & Reading) {
  return (
    <ol aria-label={label} className="space-y-3">
      {ideas.map((idea) => (
        <li key={idea.id}>
          <IdeaCard idea={idea} {...rest} />
        </li>
      ))}
    </ol>
  );
}

import { type Mapping, mapping } from "./mapping";
import decideMadrid2019Comments from "./mappings/decide-madrid-2019-comments.json";
import decideMadrid2019Ideas from "./mappings/decide-madrid-2019-ideas.json";
import decideMadridIdeas from "./mappings/decide-madrid-ideas.json";
import englishDuplicateLabels from "./mappings/english-duplicate-labels.json";
import opengovComments from "./mappings/opengov-comments.json";
import opengovIdeas from "./mappings/opengov-ideas.json";
import polisStatements from "./mappings/polis-statements.json";
import polisVotes from "./mappings/polis-votes.json";
import spanishDuplicateLabels from "./mappings/spanish-duplicate-labels.json";
import ukPetitions from "./mappings/uk-petitions.json";
import valladolidIdeas from "./mappings/valladolid-ideas.json";
import weThePeople from "./mappings/we-the-people.json";
import weThePeopleRaw from "./mappings/we-the-people-raw.json";

/** The mappings that come along, by name. */
export const shippedMappings: ReadonlyMap<string, Mapping> = new Map(
  [
    decideMadridIdeas,
    decideMadrid2019Ideas,
    decideMadrid2019Comments,
    englishDuplicateLabels,
    opengovIdeas,
    opengovComments,
    polisStatements,
    polisVotes,
    spanishDuplicateLabels,
    ukPetitions,
    valladolidIdeas,
    weThePeople,
    weThePeopleRaw,
  ]
    .map((described) => mapping.parse(described))
    .map((one) => [one.name, one]),
);

/**
 * A mapping that comes along.
 *
 * @throws when there is none of that name, which is a mistake of the caller
 */
export function shippedMapping(name: string): Mapping {
  const found = shippedMappings.get(name);
  if (!found) throw new Error(`No mapping is called ${name}.`);
  return found;
}

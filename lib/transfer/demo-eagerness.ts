import { chance } from "./demo-chance";
import type { DemoOrganisation } from "./demo-files";
import { personId } from "./demo-organisation";
import { levelOf, yearsOf } from "./demo-staff";

type Colleague = DemoOrganisation["people"][number];

/** Where people take part more than elsewhere, or less: one site hardly does; invented. */
const leanings: Record<string, number> = {
  Washington: -0.5,
  Austin: -0.1,
  "São Paulo": 0.05,
  Valladolid: 0.15,
  Recife: 0.25,
  Auxiliar: -0.1,
  Jefatura: 0.1,
};

/** Those who have been here for less than a year have not found their way to the portal yet. */
const NEWCOMER = -0.35;

/** From which eagerness on somebody reads, votes, comments, or proposes. */
const FROM = { reading: 0.33, voting: 0.48, talking: 0.48, proposing: 0.6 };

/** How eager somebody is, about from 0 to 1; whoever one can be in the demo is. */
function eagernessOf({ name, place, roles, email }: Colleague): number {
  if (email) return 1;
  const leaning = (leanings[place] ?? 0) + (leanings[levelOf(name, roles)] ?? 0);
  return chance(`eager ${name}`) + leaning + (yearsOf(name) < 1 ? NEWCOMER : 0);
}

const isAtLeast = (least: number) => (one: Colleague) => eagernessOf(one) > least;

/** Who of the demo's staff reads ideas at all. */
export const readers = ({ people }: DemoOrganisation): Colleague[] => people.filter(isAtLeast(FROM.reading));

/** Who of the demo's staff votes, and how much: a few support much, most little. */
export const voters = ({ people }: DemoOrganisation): { id: string; zeal: number }[] =>
  people
    .filter(isAtLeast(FROM.voting))
    .map(({ name, email }) => ({ id: personId(name), zeal: (email ? 0.5 : 0.08) + 3.4 * chance(`zeal ${name}`) ** 2 }));

/** Who could have written what came in Spanish; those one can be in the demo write for themselves. */
const spanishColleagues = ({ people }: DemoOrganisation) =>
  people.filter(({ locale, email }) => locale === "es" && !email);

/** Who of the demo's staff proposes what one of its sources named no author of. */
export const proposers = (organisation: DemoOrganisation): string[] =>
  spanishColleagues(organisation)
    .filter(isAtLeast(FROM.proposing))
    .map(({ name }) => personId(name));

/** Who of the demo's staff joins in where such ideas are talked about. */
export const talkers = (organisation: DemoOrganisation): string[] =>
  spanishColleagues(organisation)
    .filter(isAtLeast(FROM.talking))
    .filter(({ name }) => chance(`talks ${name}`) < 0.75)
    .map(({ name }) => personId(name));

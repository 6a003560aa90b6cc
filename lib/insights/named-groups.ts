import type { Actor } from "../access/actor";
import { translator } from "../platform/i18n/translate";
import type { Unit } from "./few";
import { type Group, type Groups, keyOf, type UnitDimension } from "./told-groups";
import type { Units } from "./unit-names";

/** A group of people by the name under which it is told of. */
export type Named<M extends string> = Group<M> & { name: string };

const partsOf = <M extends string>(groups: Groups<M>, key: string) =>
  [...groups.values()].filter(({ within }) => within === key);

/** The parts of a unit; where it has a single one, its parts. */
function branching<M extends string>(groups: Groups<M>, key: string): Group<M>[] {
  const parts = partsOf(groups, key);
  const [only] = parts;
  if (!only || parts.length > 1) return parts;
  const below = branching(groups, only.key);
  return below.length > 0 ? below : parts;
}

/** The groups right below a unit, and what is left of it, the largest first. */
export function partsBelow<M extends string>(
  { locale }: Pick<Actor, "locale">,
  dimension: UnitDimension,
  groups: Groups<M>,
  unit: Unit,
  { names }: Units,
): Named<M>[] {
  const t = translator(locale);
  const nameOf = ({ unit, isRest }: Group<M>) => {
    const name = names.get(unit ?? "");
    if (!isRest) return name ?? "";
    return name === undefined ? t("participation.elsewhere") : t("participation.restOf", { unit: name });
  };
  return branching(groups, keyOf(dimension, unit))
    .map((group) => ({ ...group, name: nameOf(group) }))
    .sort((a, b) => b.people - a.people || a.name.localeCompare(b.name, locale));
}

/** The groups that sites stand for, at or below a place, the largest first. */
export function sitesBelow<M extends string>(
  groups: Groups<M>,
  unit: Unit,
  { names, kinds, parents }: Units,
): Named<M>[] {
  const isBelow = (place: Unit): boolean => place === unit || (place !== null && isBelow(parents.get(place) ?? null));
  return [...groups.values()]
    .filter((group) => !group.isRest && kinds.get(group.unit ?? "") === "site" && isBelow(group.unit))
    .map((group) => ({ ...group, name: names.get(group.unit ?? "") ?? "" }))
    .sort((a, b) => b.people - a.people || a.name.localeCompare(b.name));
}

/** The steps of a ladder from the lowest; none where all people stand on one. */
export function stepsOf<M extends string>(groups: Groups<M>, names: Map<number, string>): Named<M>[] {
  const steps = [...groups.values()].filter(({ step }) => step !== null);
  return steps.length > 1 ? steps.map((group) => ({ ...group, name: names.get(group.step ?? 0) ?? "" })) : [];
}

import type { Unit } from "../settings/schema";
import type { Frame, InsightsInput } from "./schema";

const nameIn = (units: Unit[], id: string | undefined): string[] => {
  const unit = units.find((one) => one.id === id);
  return unit ? [unit.name] : [];
};

/** What narrows figures, by name: the units that are asked for. */
export const namedUnits = ({ choices }: Frame, { department, place, category }: InsightsInput): string[] => [
  ...nameIn(choices.departments, department),
  ...nameIn(choices.places, place),
  ...nameIn(choices.categories, category),
];

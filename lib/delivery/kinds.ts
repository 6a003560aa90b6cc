import type { MessageKey } from "../platform/i18n/messages";

/** What money that a delivery brings can be; what it costs is taken off. */
export const moneyKinds = ["saved", "avoided", "earned", "cost"] as const;

/** What else a delivery can be good for, each counted in a unit of its own. */
export const otherKinds = ["customers", "staff", "safety", "environment", "quality"] as const;

/** Everything that a delivery can bring. */
export const benefitKinds = [...moneyKinds, ...otherKinds] as const;

/** One of the things that a delivery can bring. */
export type BenefitKind = (typeof benefitKinds)[number];

/** Whether something is counted in money. */
export const isMoneyKind = (kind: BenefitKind): boolean => moneyKinds.some((money) => money === kind);

/** What each is called. */
export const benefitNames: Record<BenefitKind, MessageKey> = {
  saved: "delivery.kindSaved",
  avoided: "delivery.kindAvoided",
  earned: "delivery.kindEarned",
  cost: "delivery.kindCost",
  customers: "delivery.kindCustomers",
  staff: "delivery.kindStaff",
  safety: "delivery.kindSafety",
  environment: "delivery.kindEnvironment",
  quality: "delivery.kindQuality",
};

/** What a delivery can be: under way, done, or given up. */
export const deliveryStates = ["open", "done", "stopped"] as const;

/** One of the states of a delivery. */
export type DeliveryState = (typeof deliveryStates)[number];

/** What was expected of one kind in a year, what is said to have come, and what of that is confirmed; null where nothing. */
export type Gap = {
  year: number;
  /** Null for all money of a currency together, with costs taken off. */
  kind: BenefitKind | null;
  currency: string | null;
  unit: string | null;
  expected: bigint | null;
  came: bigint | null;
  confirmed: bigint | null;
};

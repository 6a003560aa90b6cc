import { z } from "zod";
import { properName, workEmail } from "../access/schema";
import { optionalId, orNull } from "../platform/blank";
import type { PersonStatus, Role } from "../platform/db/generated/enums";
import { message } from "../platform/parse";
import { ticked } from "../platform/ticked";
import { typedLine } from "../platform/typed-text";

/** All roles, from what everybody has to what few have. */
export const roles = ["employee", "reviewer", "executive", "communicator", "moderator", "administrator"] as const;

/** A box for each role, as forms send them. */
const roleBoxes = {
  employee: ticked,
  reviewer: ticked,
  executive: ticked,
  communicator: ticked,
  moderator: ticked,
  administrator: ticked,
};

const day = (value: string) => value >= "1940-01-01" && value <= "2100-12-31";

/** Where somebody works, at which level of the organisation, and since when they belong to it. */
const belonging = {
  departmentId: optionalId,
  placeId: optionalId,
  levelId: optionalId.default(null),
  joinedOn: orNull(z.iso.date().refine(day, message("validation.malformed"))).default(null),
};

const isTicked = (boxes: Record<Role, boolean>): Role[] => roles.filter((role) => boxes[role]);

/** Somebody whom an administrator gives an account. */
export const newPerson = z
  .strictObject({ name: properName, email: workEmail, ...belonging, ...roleBoxes })
  .transform(({ name, email, departmentId, placeId, levelId, joinedOn, ...boxes }) => ({
    name,
    email,
    departmentId,
    placeId,
    levelId,
    joinedOn,
    roles: isTicked(boxes),
  }));

/** What an administrator changes about somebody. The address stays: people sign in with it. */
export const personChange = z
  .strictObject({ personId: z.uuid(), name: properName, ...belonging, ...roleBoxes })
  .transform(({ personId, name, departmentId, placeId, levelId, joinedOn, ...boxes }) => ({
    personId,
    name,
    departmentId,
    placeId,
    levelId,
    joinedOn,
    roles: isTicked(boxes),
  }));

/** Names somebody. */
export const personRef = z.object({ personId: z.uuid() });

/** Somebody's page for administrators; `saved` after a change. */
export const personAddress = personRef.extend({ saved: z.literal("yes").optional().catch(undefined) });

/** Which people an administrator looks for: words in name or address, and the person after whom to go on. */
export const peopleFilter = z.object({
  q: typedLine().max(200).default(""),
  after: z.uuid().optional(),
});

/** Somebody in the administrators' list. */
export type ListedPerson = {
  id: string;
  name: string;
  email: string | null;
  status: PersonStatus;
  department: string | null;
  roles: Role[];
};

/** Somebody with all that administrators can change. */
export type Person = Omit<ListedPerson, "department"> & {
  departmentId: string | null;
  placeId: string | null;
  levelId: string | null;
  /** A date such as `2019-03-01`. */
  joinedOn: string | null;
};

/** A step of the organisation's ladder, and how many people stand on it. */
export type Level = { id: string; name: string; people: number };

/** A new level. */
export const newLevel = z.strictObject({ name: properName.max(60) });

/** Names a level. */
export const levelRef = z.strictObject({ levelId: z.uuid() });

/** Another name for a level. */
export const levelName = z.strictObject({ levelId: z.uuid(), name: properName.max(60) });

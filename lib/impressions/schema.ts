import { z } from "zod";

/** Where an idea can come before somebody's eyes: in a list of some kind, or on its own page. */
export const sightingPlaces = ["list", "home", "search", "similar", "page"] as const;

/** Places below this one count as this one: the last that the database keeps. */
export const LAST_POSITION = 1000;

/** More than a screen shows at once; a page of a list has at most a hundred ideas. */
export const MOST_SIGHTINGS = 100;

const sighting = z
  .strictObject({
    ideaId: z.uuid(),
    place: z.enum(sightingPlaces),
    /** Under which order it was listed. */
    order: z
      .string()
      .max(20)
      .regex(/^[a-z]+$/)
      .optional(),
    /** Counted from 1 in its list, through its pages; 0 on its own page. */
    position: z.int().min(0).max(LAST_POSITION),
    /** How many seconds ago it came before somebody's eyes. */
    ago: z.int().min(0).max(86_400),
  })
  .refine(({ place, position }) => (place === "page") === (position === 0));

/** An idea that somebody has had before their eyes for a second: which, where, and when. */
export type Sighting = z.output<typeof sighting>;

/** What a page of ours tells of itself: what was seen on it since it told the last time. */
export const sightingsInput = z.strictObject({ sightings: z.array(sighting).min(1).max(MOST_SIGHTINGS) });

/** A batch of sightings. */
export type SightingsInput = z.output<typeof sightingsInput>;

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { roles } from "../people/schema";
import { locales } from "../platform/i18n/locales";

const organisation = z.strictObject({
  name: z.string(),
  timeZone: z.string(),
  defaultLocale: z.enum(locales),
  currency: z.string().length(3),
  departments: z.array(z.strictObject({ name: z.string(), below: z.array(z.string()) })),
  places: z.array(z.strictObject({ name: z.string(), country: z.string().length(2), sites: z.array(z.string()) })),
  people: z.array(
    z.strictObject({
      name: z.string(),
      locale: z.enum(locales),
      department: z.string(),
      place: z.string(),
      roles: z.array(z.enum(roles)),
      /** Only those one can sign in as have an address, and a line that says who they are. */
      email: z.email().optional(),
      about: z.string().optional(),
    }),
  ),
  /** Reviewers, and the departments whose ideas they share; the group without any takes everything else. */
  groups: z.array(z.strictObject({ name: z.string(), members: z.array(z.string()), departments: z.array(z.string()) })),
  /** Days on which nobody works, each year: on a date, or so many days before Easter Sunday. */
  holidays: z.array(
    z.union([
      z.strictObject({ on: z.string(), name: z.string() }),
      z.strictObject({ beforeEaster: z.int(), name: z.string() }),
    ]),
  ),
  /** Which department looks after the ideas of a category. */
  departmentOf: z.record(z.string(), z.string()),
  /** What is imported, in this order; `youngest` is moved to the day on which the demo was loaded. */
  sources: z.array(
    z.strictObject({
      file: z.string(),
      mapping: z.string(),
      youngest: z.iso.datetime({ offset: true }),
      progress: z.string(),
    }),
  ),
});

/** The company of the demo: see demo/organisation.json. */
export type DemoOrganisation = z.output<typeof organisation>;

const namesByLanguage = z.record(
  z.enum(["en", "es"]),
  z.strictObject({ first: z.array(z.string()).min(1), last: z.array(z.string()).min(1) }),
);

/** A file of the demo's folder. */
export const demoFile = (name: string): string => join(process.cwd(), "demo", name);

const read = (name: string): unknown => JSON.parse(readFileSync(demoFile(name), "utf8"));

/** The company that the demo is about. */
export const demoOrganisation = (): DemoOrganisation => organisation.parse(read("organisation.json"));

/** First and last names to invent people from, by language. */
export const demoNames = () => namesByLanguage.parse(read("names.json"));

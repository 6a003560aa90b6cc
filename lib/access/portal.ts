import { defaultLocale } from "../platform/i18n/locales";
import { mint } from "./actor";

/** The portal itself, for what it looks up without being asked: it sees what everybody sees, and may do nothing. */
export const portal = mint({
  id: "00000000-0000-0000-0000-000000000000",
  name: "Tormenta",
  roles: [],
  departmentId: null,
  locale: defaultLocale,
  timeZone: "UTC",
  via: "job",
});

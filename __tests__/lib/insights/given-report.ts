import type { Report } from "@/lib/insights/report/report";
import { formatter, translator } from "@/lib/platform/i18n/translate";

/** A report of a year in English that tells these parts. */
export const givenReport = (parts: Report["parts"]): Report => ({
  organisation: "Aurora",
  by: "Grace",
  at: new Date(0),
  from: "2026-01",
  to: "2026-12",
  narrowedTo: [],
  freshAt: null,
  parts,
  address: "https://ideas.example.org",
  locale: "en",
  voice: { t: translator("en"), format: formatter("en", "UTC") },
});

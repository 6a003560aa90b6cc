import { slowBesidesMoney } from "./slow-besides-money";
import { slowForecast } from "./slow-forecast";
import { slowImpact } from "./slow-impact";
import { slowLeader } from "./slow-leader";
import { slowPipeline } from "./slow-pipeline";
import { slowPortfolio } from "./slow-portfolio";
import type { SlowSection } from "./slow-world";

/** By the key of each section its slow answer. A new section fails here until it has one. */
export const slow: Record<string, SlowSection> = {
  ...slowLeader,
  ...slowPipeline,
  ...slowForecast,
  ...slowImpact,
  ...slowBesidesMoney,
  ...slowPortfolio,
};

/** Sections whose slow count stands elsewhere: the forecast below, and all that is about people in demo-people.test.ts. */
export const elsewhere = [
  "backlogForecast",
  ...["ideasPerHead", "participation", "takingPart", "participationMonths", "missingVoices", "newcomers"],
  ...["concentration", "participationByDepartment", "participationByPlace", "participationBySite"],
  ...["participationByLevel", "participationByTenure", "successByDepartment", "successByPlace", "successBySite"],
  ...["successByLevel", "successByTenure"],
];

import { benefit } from "./benefit-figure";
import { ideasPerHead } from "./ideas-per-head";
import { implementedShare } from "./implemented-share";
import { participation } from "./people-figures";
import { oldestWaiting, overdueByOwner, overdueByUnit, promisedAnswers } from "./promises";
import type { SectionGroup } from "./sections";
import { timeToAnswer } from "./time-to-answer";
import { topIdeas } from "./top-ideas";

/** What a leader opens every Monday: what to back, the five figures, and what was promised. */
export const leader: SectionGroup = (actor, input) =>
  Promise.all(
    [
      topIdeas,
      ideasPerHead,
      participation,
      implementedShare,
      benefit,
      timeToAnswer,
      promisedAnswers,
      overdueByOwner,
      overdueByUnit,
      oldestWaiting,
    ].map((ask) => ask(actor, input)),
  );

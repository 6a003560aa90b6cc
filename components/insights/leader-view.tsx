import type { Changes } from "@/lib/insights/schema";
import type { Section } from "@/lib/insights/section";
import type { Voice } from "@/lib/platform/i18n/translate";
import { ChangesStrip } from "./changes-strip";
import { FigureCard } from "./figure-card";
import { NoteVisit } from "./note-visit";
import { Sections } from "./section-view";

/** The leader's page: what has changed, the five figures, and what is behind them. */
export function LeaderView({ sections, changes, voice }: { sections: Section[]; changes: Changes; voice: Voice }) {
  return (
    <>
      <ChangesStrip changes={changes} voice={voice} />
      <section
        aria-label={voice.t("insights.figures")}
        className="mb-6 grid gap-4 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-5 print:grid-cols-3 print:gap-2"
      >
        {sections.map((of) => of.figure && <FigureCard key={of.key} of={of} figure={of.figure} voice={voice} />)}
      </section>
      <Sections of={sections} voice={voice} />
      <NoteVisit />
    </>
  );
}

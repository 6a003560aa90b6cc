import type { FigureVoice } from "../cell-text";
import type { Figure, Section } from "../section";
import type { SectionGroupName } from "../sections";

/** Sections that belong together: what one page tells. */
export type Part = { name: SectionGroupName; sections: Section[] };

/** What is taken along: figures, and all that a reader must know of them who no longer has the portal before them. */
export type Report = {
  organisation: string;
  /** Who took it along, and when. */
  by: string;
  at: Date;
  /** Months, the first and the last. */
  from: string;
  to: string;
  /** What the figures are narrowed to, by name; empty for the whole organisation. */
  narrowedTo: string[];
  freshAt: Date | null;
  parts: Part[];
  /** Where the portal is, for links. */
  address: string;
  locale: string;
  voice: FigureVoice;
};

/** The sections of a page that are about one figure each. */
export const figuresOf = (sections: Section[]): (Section & { figure: Figure })[] =>
  sections.filter((section): section is Section & { figure: Figure } => section.figure !== undefined);

/** All sections of a report in one row. */
export const sectionsOf = ({ parts }: Report): Section[] => parts.flatMap(({ sections }) => sections);

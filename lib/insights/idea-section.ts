import { statusNames } from "../ideas/states";
import type { IdeaStatus } from "../platform/db/generated/enums";
import type { Column, Row } from "./section";

/** An idea as lists about the organisation show it. */
export type ToldIdea = {
  id: string;
  title: string;
  status: IdeaStatus;
  postedOn: string;
  answeredOn?: string | null;
  dueOn?: string | null;
  owner?: string | null;
  votes?: number;
};

/** The columns that every list of ideas begins with. */
export const ideaColumns: Column[] = [
  { key: "title", label: "insights.columnIdea", kind: "idea" },
  { key: "state", label: "insights.columnState", kind: "word" },
  { key: "postedOn", label: "insights.columnPosted", kind: "date" },
];

/** An idea as a line of such a list, which leads to it. */
export const ideaRow = ({ id, title, status, postedOn, ...more }: ToldIdea): Row => ({
  cells: { title, state: statusNames[status], postedOn, ...more },
  href: `/ideas/${id}`,
});

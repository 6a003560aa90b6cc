import type { IdeaInput } from "@/lib/ideas/schema";
import type { Locale } from "@/lib/platform/i18n/locales";

/** An idea as the fields of its form hold it: nothing but texts, as a browser sends them. */
export type IdeaValues = Record<"title" | "body" | "categoryId" | "departmentId" | "placeId" | "tags", string> & {
  language: Locale;
};

/** The first values of the form for an idea that is there already. */
export const valuesOf = ({ tags, categoryId, departmentId, placeId, ...written }: IdeaInput): IdeaValues => ({
  ...written,
  categoryId: categoryId ?? "",
  departmentId: departmentId ?? "",
  placeId: placeId ?? "",
  tags: tags.join(", "),
});

/** The first values of an empty form. */
export const emptyValues = (language: Locale): IdeaValues => ({
  title: "",
  body: "",
  language,
  categoryId: "",
  departmentId: "",
  placeId: "",
  tags: "",
});

import type { ReactNode } from "react";
import { knownReader, readerLocale } from "@/lib/access/reader";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModule } from "@/lib/platform/i18n/texts";

export default async function ScorecardsLayout({ children }: { children: ReactNode }) {
  // Without a person there is no shell either, and the page's door says the rest.
  if (!(await knownReader())) return children;
  return <MoreTexts texts={textsOfModule(await readerLocale(), { module: "evaluation" })}>{children}</MoreTexts>;
}

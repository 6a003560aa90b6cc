import type { ReactNode } from "react";
import { knownReader, readerLocale } from "@/lib/access/reader";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModule } from "@/lib/platform/i18n/texts";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  // Without a person there is no shell either, and the page's door says the rest.
  if (!(await knownReader())) return children;
  const locale = await readerLocale();
  return (
    <MoreTexts texts={textsOfModule(locale, { module: "desk" })}>
      <MoreTexts texts={textsOfModule(locale, { module: "evaluation" })}>{children}</MoreTexts>
    </MoreTexts>
  );
}

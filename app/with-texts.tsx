import type { ReactNode } from "react";
import { knownReader, readerLocale } from "@/lib/access/reader";
import type { MessageModule } from "@/lib/platform/i18n/messages";
import { MoreTexts } from "@/lib/platform/i18n/more-texts";
import { textsOfModules } from "@/lib/platform/i18n/texts";

/** Pages that bring the texts of some modules along, which not every page carries. */
export async function WithTexts({ modules, children }: { modules: MessageModule[]; children: ReactNode }) {
  // Without a person there is no shell either, and the page's door says the rest.
  if (!(await knownReader())) return children;
  return <MoreTexts texts={textsOfModules(await readerLocale(), { modules })}>{children}</MoreTexts>;
}

import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function DeskIdeaLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["duplicates", "goals"]}>{children}</WithTexts>;
}

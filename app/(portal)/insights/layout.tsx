import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function InsightsLayout({ children }: { children: ReactNode }) {
  return <WithTexts module="insights">{children}</WithTexts>;
}

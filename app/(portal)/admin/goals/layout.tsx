import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function GoalsLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["goals"]}>{children}</WithTexts>;
}

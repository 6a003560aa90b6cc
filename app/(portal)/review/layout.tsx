import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["desk", "evaluation"]}>{children}</WithTexts>;
}

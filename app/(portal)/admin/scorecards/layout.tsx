import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function ScorecardsLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["evaluation"]}>{children}</WithTexts>;
}

import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function CompareLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["comparisons"]}>{children}</WithTexts>;
}

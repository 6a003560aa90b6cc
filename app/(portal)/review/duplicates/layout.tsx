import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function PairsLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["duplicates"]}>{children}</WithTexts>;
}

import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function CalendarLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["calendar"]}>{children}</WithTexts>;
}

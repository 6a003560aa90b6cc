import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function DeliveriesLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["delivery"]}>{children}</WithTexts>;
}

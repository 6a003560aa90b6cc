import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function RoutingLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["routing"]}>{children}</WithTexts>;
}

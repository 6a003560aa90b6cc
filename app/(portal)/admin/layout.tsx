import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function AdminLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["people", "settings"]}>{children}</WithTexts>;
}

import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <WithTexts modules={["settings"]}>{children}</WithTexts>;
}

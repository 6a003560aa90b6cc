import type { ReactNode } from "react";
import { WithTexts } from "@/app/with-texts";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <WithTexts module="desk">
      <WithTexts module="evaluation">
        <WithTexts module="duplicates">
          <WithTexts module="goals">{children}</WithTexts>
        </WithTexts>
      </WithTexts>
    </WithTexts>
  );
}

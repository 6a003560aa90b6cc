import type { ReactNode } from "react";
import { Card } from "../ui/card";

/** One subject of the settings: its name, a sentence about it, and what can be done. */
export function Section({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <Card className="space-y-4">
      <header>
        <h2 className="font-semibold text-lg tracking-tight">{title}</h2>
        {lead && <p className="mt-1 max-w-prose text-muted text-sm">{lead}</p>}
      </header>
      {children}
    </Card>
  );
}

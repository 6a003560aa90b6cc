"use client";

import { Sorry } from "@/components/shell/sorry";
import "./globals.css";

export default function PortalFailed({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <Sorry retry={reset} />
      </body>
    </html>
  );
}

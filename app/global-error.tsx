"use client";

import { type Failed, Sorry } from "@/components/shell/sorry";
import "./globals.css";

export default function PortalFailed({ error, reset }: Failed) {
  return (
    <html lang="en">
      <body>
        <Sorry number={error.digest} retry={reset} />
      </body>
    </html>
  );
}

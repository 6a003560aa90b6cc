"use client";

import { type Failed, Sorry } from "@/components/shell/sorry";

export default function PageFailed({ error, reset }: Failed) {
  return <Sorry number={error.digest} retry={reset} />;
}

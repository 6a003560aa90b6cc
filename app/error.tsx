"use client";

import { Sorry } from "@/components/shell/sorry";

export default function PageFailed({ reset }: { reset: () => void }) {
  return <Sorry retry={reset} />;
}

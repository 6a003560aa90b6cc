import type { FigureVoice } from "@/lib/insights/cell-text";
import type { Section } from "@/lib/insights/section";
import { Bars } from "./bars";
import { Flow } from "./flow";
import { Funnel } from "./funnel";
import { Intervals } from "./intervals";
import { Lines } from "./lines";
import { Scatter } from "./scatter";
import { Stacked } from "./stacked";

/** A section's figures as a drawing, if it wants one. The same figures are in its table. */
export function SectionChart({ of, voice }: { of: Section; voice: FigureVoice }) {
  const { chart } = of;
  switch (chart?.kind) {
    case "lines":
      return <Lines {...{ chart, of, voice }} />;
    case "bars":
      return <Bars {...{ chart, of, voice }} />;
    case "intervals":
      return <Intervals {...{ chart, of, voice }} />;
    case "funnel":
      return <Funnel {...{ chart, of, voice }} />;
    case "stacked":
      return <Stacked {...{ chart, of, voice }} />;
    case "scatter":
      return <Scatter {...{ chart, of, voice }} />;
    case "flow":
      return <Flow {...{ chart, of, voice }} />;
    default:
      return null;
  }
}

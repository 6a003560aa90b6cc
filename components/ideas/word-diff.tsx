import type { Stretch } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";

const marks = {
  added: { Mark: "ins", name: "ideas.added", style: "rounded-xs bg-success-soft text-success-text decoration-1" },
  removed: { Mark: "del", name: "ideas.removed", style: "rounded-xs bg-danger-soft text-danger-text decoration-1" },
} as const;

/** A text with what came underlined and what went struck through; said in words to those who hear it. */
export function WordDiff({ stretches, t }: { stretches: Stretch[]; t: Translate }) {
  return (
    <p className="whitespace-pre-wrap leading-relaxed">
      {stretches.map(({ is, text }, index) =>
        is === "same" ? <span key={index}>{text}</span> : <Changed key={index} is={is} text={text} t={t} />,
      )}
    </p>
  );
}

function Changed({ is, text, t }: { is: keyof typeof marks; text: string; t: Translate }) {
  const { Mark, name, style } = marks[is];
  return (
    <Mark className={style}>
      <span className="sr-only">{` [${t(name)}:] `}</span>
      {text}
    </Mark>
  );
}

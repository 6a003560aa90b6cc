import { cx } from "class-variance-authority";
import type { ShownIdea } from "@/lib/comparisons/schema";
import { useLocale, useTranslations } from "@/lib/platform/i18n/use-translations";
import { Check, ChevronDown } from "../ui/icons";
import { Markdown } from "../ui/markdown";
import { KeyHint } from "./pair-keys";

/** Which side of a pair, the key that chooses it, and how that key is drawn. */
const sides = { left: { key: "ArrowLeft", drawn: "←" }, right: { key: "ArrowRight", drawn: "→" } };

/**
 * One of two ideas, and the button that chooses it: all of the card presses it, but for what opens the rest of the text.
 *
 * @param fate whether this one was chosen, or the other, while the answer is on its way
 */
export function IdeaSide(props: {
  side: keyof typeof sides;
  idea: ShownIdea;
  fate: "chosen" | "passed" | null;
  hasKeys: boolean;
}) {
  const { side, idea, fate, hasKeys } = props;
  const t = useTranslations();
  const lang = idea.language === useLocale() ? undefined : idea.language;
  return (
    <article
      className={cx(
        "group/side relative flex min-w-0 flex-col gap-3 sm:gap-4 rounded-card border bg-surface p-4 shadow-card transition sm:p-6",
        "hover:border-spark hover:shadow-raised",
        fate === "chosen" ? "border-spark ring-2 ring-spark" : "border-line",
        fate === "passed" && "opacity-50",
      )}
    >
      <div key={idea.ideaId} className="pair-arrives group/text flex-1">
        {idea.category && <p className="mb-1.5 text-muted text-xs">{idea.category}</p>}
        <h2 lang={lang} className="font-semibold text-lg leading-snug tracking-tight sm:text-xl">
          {idea.title}
        </h2>
        {idea.opening && (
          <p
            lang={lang}
            className="mt-1.5 line-clamp-2 text-muted text-sm leading-relaxed group-has-[details[open]]/text:hidden sm:line-clamp-none sm:text-base"
          >
            {idea.opening}
          </p>
        )}
        {idea.html && (
          <details className="relative z-1 mt-1 [&[open]_svg]:rotate-180">
            <summary className="inline-flex min-h-6 pointer-coarse:min-h-11 list-none items-center gap-1 text-accent-text text-sm hover:underline">
              {t("comparisons.readAll")}
              <span className="sr-only">: {idea.title}</span>
              <ChevronDown aria-hidden className="size-4 transition-transform" />
            </summary>
            <Markdown html={idea.html} lang={lang} className="mt-2 text-sm sm:text-base" />
          </details>
        )}
      </div>
      <button
        type="submit"
        name="answer"
        value={side}
        data-key={sides[side].key}
        aria-disabled={fate !== null || undefined}
        aria-label={t("comparisons.chooseNamed", { title: idea.title })}
        className={cx(
          "flex h-12 w-full select-none items-center justify-center gap-2 rounded-control border-2 border-spark font-semibold transition-colors",
          "after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:outline-offset-2",
          fate === "chosen" ? "bg-spark text-spark-ink" : "bg-surface group-hover/side:bg-spark-soft",
        )}
      >
        {fate === "chosen" ? <Check aria-hidden className="size-5" /> : hasKeys && <KeyHint name={sides[side].drawn} />}
        {t("comparisons.choose")}
      </button>
    </article>
  );
}

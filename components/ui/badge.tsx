import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const badgeStyle = cva(
  "inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium text-xs leading-5 [&_svg]:size-3.5",
  {
    variants: {
      tone: {
        neutral: "bg-sunken text-muted",
        accent: "bg-accent-soft text-accent-text",
        storm: "bg-storm-soft text-storm-text",
        spark: "bg-spark-soft text-spark-text",
        success: "bg-success-soft text-success-text",
        warning: "bg-warning-soft text-warning-text",
        danger: "bg-danger-soft text-danger-text",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** What a badge may sound like. */
export type Tone = NonNullable<VariantProps<typeof badgeStyle>["tone"]>;

/** A word or two about a thing: its state, its kind. The text carries the meaning, the tone only helps. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & { tone?: Tone }) {
  return <span className={badgeStyle({ tone, className })} {...rest} />;
}

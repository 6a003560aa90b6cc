import { cva } from "class-variance-authority";

/** How everything that is pressed looks. `spark` is the warm one, kept for the one deed that matters most on a page. */
export const buttonStyle = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:opacity-60 [&_svg]:size-[1.125em] [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-accent-ink shadow-card hover:bg-accent-strong",
        secondary: "border-line bg-surface text-ink shadow-card hover:bg-sunken",
        ghost: "border-transparent text-muted hover:bg-sunken hover:text-ink",
        spark: "border-transparent bg-spark text-spark-ink shadow-card hover:bg-spark-strong",
        danger: "border-transparent bg-danger text-danger-ink shadow-card hover:bg-danger-strong",
      },
      size: { small: "h-compact text-sm", medium: "h-control text-sm", large: "h-12 text-base" },
      shape: { text: "", icon: "aspect-square" },
    },
    compoundVariants: [
      { shape: "text", size: "small", className: "px-3" },
      { shape: "text", size: "medium", className: "px-4" },
      { shape: "text", size: "large", className: "px-5" },
    ],
    defaultVariants: { variant: "secondary", size: "medium", shape: "text" },
  },
);

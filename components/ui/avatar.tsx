import { cva, type VariantProps } from "class-variance-authority";

const hues = ["bg-hue-1", "bg-hue-2", "bg-hue-3", "bg-hue-4", "bg-hue-5", "bg-hue-6"] as const;

const avatarStyle = cva(
  "inline-grid shrink-0 select-none place-items-center rounded-full font-semibold text-hue-ink leading-none tracking-tight",
  {
    variants: { size: { small: "size-6 text-[0.625rem]", medium: "size-8 text-xs", large: "size-14 text-lg" } },
    defaultVariants: { size: "medium" },
  },
);

/** A person as initials on a colour that stays the same. Silent to screen readers: the name is written beside it. */
export function Avatar({
  name,
  size,
  className,
}: { name: string; className?: string } & VariantProps<typeof avatarStyle>) {
  return (
    <span aria-hidden className={avatarStyle({ size, className: [hueOf(name), className] })}>
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}

function hueOf(name: string): string {
  const sum = [...name].reduce((hash, letter) => (hash * 31 + letter.codePointAt(0)!) % 9973, 7);
  return hues[sum % hues.length]!;
}

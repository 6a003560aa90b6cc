import { readFileSync } from "node:fs";
import { stateTones } from "@/lib/ideas/states";

const css = readFileSync("app/globals.css", "utf8");
const badge = readFileSync("components/ui/badge.tsx", "utf8");

type Rgb = [number, number, number];

/** Björn Ottosson's Oklab to linear sRGB: https://bottosson.github.io/posts/oklab/ */
function linear(lightness: number, chroma: number, hue: number): Rgb {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb: Rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return rgb.map((part) => Math.min(1, Math.max(0, part))) as Rgb;
}

/** A colour of the palette in light and in dark, as linear sRGB. */
function colour(name: string): Rgb[] {
  const [, both = ""] = new RegExp(`--color-${name}: light-dark\\((.*)\\);`).exec(css) ?? [];
  return [...both.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(([, l, c, h]) =>
    linear(Number(l), Number(c), Number(h)),
  );
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

it.each([...stateTones])("a state can be read in the colour %s, in light and dark", (tone) => {
  const [, ground = "", ink = ""] = new RegExp(`${tone}: "bg-([\\w-]+) text-([\\w-]+)"`).exec(badge) ?? [];
  const [grounds, inks] = [colour(ground), colour(ink)];

  expect([grounds.length, inks.length]).toEqual([2, 2]);
  for (const [theme, behind] of grounds.entries()) {
    expect(contrast(behind, inks[theme] as Rgb)).toBeGreaterThanOrEqual(4.5);
  }
});

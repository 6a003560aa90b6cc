import { readFileSync } from "node:fs";

/** A document with what stands between `<!-- name -->` and `<!-- /name -->` replaced by the section of that name. */
export function withSections(path: string, sections: Record<string, string>): string {
  let text = readFileSync(path, "utf8");
  for (const [name, section] of Object.entries(sections)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${path} has no place for ${name}`);
    text = `${text.slice(0, from + begin.length)}\n\n${section}\n\n${text.slice(to)}`;
  }
  return text;
}

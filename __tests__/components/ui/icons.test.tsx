import { readFileSync, writeFileSync } from "node:fs";

const SPRITE = "components/ui/icons.svg";
const LIBRARY = "node_modules/lucide-react/dist/esm/icons";

type Node = [tag: string, attributes: Record<string, string>];

/** What the library draws, by the name of its file; some are other names for the same. */
function nodesOf(name: string): Node[] {
  const file = readFileSync(`${LIBRARY}/${name}.mjs`, "utf8");
  const [, data] = /const __iconData = (\{[\s\S]*?\n\});/.exec(file) ?? [];
  const [, other] = /from '\.\/([\w-]+)\.mjs'/.exec(file) ?? [];
  if (!data) return nodesOf(other ?? "missing");
  return (new Function(`return ${data}`)() as { node: Node[] }).node;
}

const drawn = ([tag, { key: _, ...attributes }]: Node) =>
  `<${tag} ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ")}/>`;

function sprite(): string {
  const names = [...readFileSync("components/ui/icons.tsx", "utf8").matchAll(/drawing\("([\w-]+)",/g)].map(
    ([, name = ""]) => name,
  );
  const symbols = names.map(
    (name) => `<symbol id="${name}" viewBox="0 0 24 24">${nodesOf(name).map(drawn).join("")}</symbol>`,
  );
  const licence =
    "<!-- Drawings of Lucide, lucide.dev, ISC licence. WRITE_ICONS=1 makes this file anew, in its test -->";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${licence}\n${symbols.join("\n")}\n</svg>\n`;
}

it("the file of icons holds exactly those that are used, as the library draws them", () => {
  if (process.env.WRITE_ICONS) writeFileSync(SPRITE, sprite());

  expect(readFileSync(SPRITE, "utf8")).toBe(sprite());
  expect(sprite().match(/<symbol id="house" viewBox="0 0 24 24"><path d="[^"]{20,}"/)).not.toBeNull();
});

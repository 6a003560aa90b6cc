import { runTool } from "./run-tool";
import { main } from "./say";

/** Types, lint and format; `npm run check -- --write` mends what can be mended. */
main(async () => {
  const types = await runTool("node_modules/typescript/bin/tsc", ["--noEmit"]);
  const style = await runTool("node_modules/@biomejs/biome/bin/biome", ["check", ...process.argv.slice(2), "."]);
  return types || style;
});

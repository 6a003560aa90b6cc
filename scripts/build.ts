import { buildOnce } from "./build-once";
import { main } from "./say";

main(async () => {
  await buildOnce();
  return 0;
});

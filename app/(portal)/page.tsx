import { z } from "zod";
import { page } from "@/lib/access/page";

export default page(z.object({}), async (actor) => <h1>{actor.name}</h1>);

import type { Deed } from "@/lib/access/deed";
import { api } from "@/lib/api";
import type { Row } from "./matrix";
import { type Cast, sessionOf, tokenOf } from "./world";

/** Somebody who asks: as whom, and with what in hand; `isSomebody` when the portal has to know them. */
export type Asking = { name: string; personId: string; headers: Record<string, string>; isSomebody: boolean };

/** Those whom the portal knows, and as which role it lets them in. */
type Known = Asking & { role: string };

const nobody = (cast: Cast, name: string, headers: Record<string, string>): Known => ({
  name,
  role: "",
  personId: cast.colleague,
  headers: { "sec-fetch-site": "same-origin", ...headers },
  isSomebody: false,
});

const people = (cast: Cast): Promise<Known[]> =>
  Promise.all(
    Object.entries(cast.people).map(async ([role, personId]) => ({
      name: role,
      role,
      personId,
      headers: await sessionOf(personId),
      isSomebody: true,
    })),
  );

/** An employee's program. `scopes` is what its token is for. */
const program = async (cast: Cast, scopes: string[]): Promise<Known> => ({
  name: `a program that may ${scopes.join(" and ")}`,
  role: "employee",
  personId: cast.people.employee ?? "",
  headers: await tokenOf(cast.people.employee ?? "", scopes),
  isSomebody: true,
});

const strangers = async (cast: Cast): Promise<Known[]> => [
  nobody(cast, "a visitor", {}),
  nobody(cast, "a suspended person", await sessionOf(cast.suspended)),
  nobody(cast, "a suspended person's program", await tokenOf(cast.suspended, ["read", "write"])),
  nobody(cast, "an expired session", await sessionOf(cast.colleague, "expired")),
  nobody(cast, "a session idle since yesterday", await sessionOf(cast.colleague, "idle")),
  nobody(cast, "an expired token", await tokenOf(cast.colleague, ["read", "write"], "expired")),
  nobody(cast, "a revoked token", await tokenOf(cast.colleague, ["read", "write"], "revoked")),
  nobody(cast, "a made-up session", { cookie: "tormenta.session=made-up" }),
];

/** All of them, by how the portal knows them. */
export type Everybody = Record<"people" | "programs" | "strangers", Known[]>;

/** Everybody there is to try a door. */
export const everybody = async (cast: Cast): Promise<Everybody> => ({
  people: await people(cast),
  programs: await Promise.all([["read"], ["write"], ["read", "write"]].map((scopes) => program(cast, scopes))),
  strangers: await strangers(cast),
});

/** What changes nothing, though it is no GET. */
const asking: string[] = Object.values<Deed>(api).flatMap(({ at, onlyAsks }) => (onlyAsks ? at : []));

/** Who tries one door with one kind of thing. Strangers need not try everything: nobody has asked yet what it is. */
export async function whoTries(
  { door, object }: Row,
  cast: Cast,
  { people: known, programs, strangers }: Everybody,
): Promise<Known[]> {
  const isApi = door.includes("/api/");
  const asWhoever = ["own", "somebody", "a unit", "–"].includes(object) ? strangers : [];
  // Ending sessions must not end those that others need.
  const signedIn = /ession/.test(door) ? await people(cast) : known;
  if (!isApi)
    return [...signedIn, ...asWhoever, ...programs.map(({ headers }) => nobody(cast, "a program", headers)).slice(2)];
  const needed = door.startsWith("GET ") || asking.includes(door) ? "read" : "write";
  const mayUse = ({ name }: Known) => name.includes(needed);
  return [...signedIn, ...programs.map((one) => ({ ...one, role: mayUse(one) ? one.role : "" })), ...asWhoever];
}

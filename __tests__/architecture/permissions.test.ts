import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mint } from "@/lib/access/actor";
import { type Permission, rules } from "@/lib/access/rules";
import { Role } from "@/lib/platform/db/generated/enums";

const PAGE = "docs/permissions.md";
const me = "11111111-1111-4111-8111-111111111111";
const someone = "22222222-2222-4222-8222-222222222222";

const holding = (roles: Role[]) =>
  mint({ id: me, name: "Ana", roles, departmentId: null, locale: "en", timeZone: "UTC", via: "web" });

const may = (permission: Permission, roles: Role[], authorId: string): boolean =>
  (rules[permission] as (actor: unknown, subject: unknown) => boolean)(holding(roles), { authorId });

/** What somebody who holds only this role may do with their own and with others' things. */
function cell(permission: Permission, roles: Role[]): string {
  const own = may(permission, roles, me);
  const others = may(permission, roles, someone);
  if (own && others) return "yes";
  return own ? "own" : others ? "others'" : "–";
}

function table(): string {
  const roles = Object.values(Role);
  const rows = (Object.keys(rules) as Permission[]).map(
    (permission) =>
      `| \`${permission}\` | ${[[], ...roles.map((role) => [role])].map((held) => cell(permission, held)).join(" | ")} |`,
  );
  return [
    "# Who may do what",
    "",
    "Made from `lib/access/rules.ts` by `WRITE_DOCS=1 npm test -- permissions`; a test compares the two. A column is somebody who",
    "holds that role alone; people usually hold several, and may what any of them may. *own* means what they wrote themselves.",
    "Whether a thing's *state* allows it is another question: `lib/ideas/states.ts`.",
    "",
    `| | no role | ${roles.join(" | ")} |`,
    `|---|${"---|".repeat(roles.length + 1)}`,
    ...rows,
    "",
  ].join("\n");
}

it("the page about permissions says what the rules say", () => {
  if (process.env.WRITE_DOCS) writeFileSync(PAGE, table());

  expect(existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "").toBe(table());
});

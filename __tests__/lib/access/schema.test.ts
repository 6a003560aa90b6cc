import { claims } from "@/lib/access/admit";
import { linkUse } from "@/lib/access/schema";
import { sessionRef } from "@/lib/settings/schema";

it("asks the database for nothing that it cannot be asked for", () => {
  expect(linkUse.parse({ token: "t", email: "ana@example.org\u0000" }).email).toBe("ana@example.org");
  expect(sessionRef.safeParse({ session: "a\u0000b" }).success).toBe(false);
});

it("tidies the name that an identity provider tells, and goes without one that nobody can see", () => {
  const told = (name: string) => claims.parse({ iss: "https://id.example.org", sub: "1", name }).name;

  expect(told("Ana\u0000\u202E Ruiz")).toBe("Ana Ruiz");
  expect(told("\u200b")).toBeUndefined();
});

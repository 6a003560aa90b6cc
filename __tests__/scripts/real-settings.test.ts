import { requireRealSettings } from "../../scripts/real-settings";

const strong = { NEXTAUTH_SECRET: "k3Jv0Zp8QmX2cT7hRwYb5NsLd9FgUaEi", NEXTAUTH_URL: "https://ideas.example.org" };

it("starts with a strong secret and a public address", () => {
  expect(requireRealSettings(strong)).toEqual({ url: "https://ideas.example.org" });
});

it.each([
  ["no secret", { NEXTAUTH_SECRET: "" }, /NEXTAUTH_SECRET is missing/],
  ["a short secret", { NEXTAUTH_SECRET: "k3Jv0Zp8QmX2cT7h" }, /NEXTAUTH_SECRET is weak/],
  ["a long secret of one letter", { NEXTAUTH_SECRET: "a".repeat(64) }, /NEXTAUTH_SECRET is weak/],
  ["no address", { NEXTAUTH_URL: "" }, /NEXTAUTH_URL is missing/],
  ["something that is no address", { NEXTAUTH_URL: "ideas" }, /no address/],
  ["an address without https", { NEXTAUTH_URL: "http://ideas.example.org" }, /without https/],
  ["the demo's setting", { TORMENTA_DEMO: "true" }, /TORMENTA_DEMO/],
])("refuses to start for real with %s, and says how to mend it", (_, wrong, words) => {
  expect(() => requireRealSettings({ ...strong, ...wrong })).toThrow(words);
});

it("allows plain http on this machine alone", () => {
  expect(requireRealSettings({ ...strong, NEXTAUTH_URL: "http://localhost:3000" }).url).toBe("http://localhost:3000");
});

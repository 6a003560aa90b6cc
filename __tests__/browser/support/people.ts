import { randomUUID } from "node:crypto";
import type { Cookie, Page } from "@playwright/test";
import { expect } from "./test";

/** Somebody who comes through the company's identity provider. */
export type Newcomer = { name: string; email: string };

/** Somebody new, whom no other test knows. */
export const newcomer = (name = "Nadia Newcomer"): Newcomer => ({ name, email: `${randomUUID()}@newcomers.example` });

/** Waits until the page is `name`'s own. */
export const expectSignedIn = (page: Page, name: string) =>
  expect(page.getByRole("banner").getByRole("button", { name })).toBeVisible();

/** Chooses one of the demo's people where one signs in, and arrives at `next`. */
export async function choosePerson(page: Page, name: string, next = "/ideas"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByRole("button", { name }).click();
  await expectSignedIn(page, name);
}

/** The sessions of this worker's people: signing in is tested where it is the point, and costs a second. */
const sessions = new Map<string, Cookie[]>();

/** Has one of the demo's people signed in on `page`. Not for tests that sign out: others go on with the session. */
export async function signInAs(page: Page, name: string, next?: string): Promise<void> {
  const known = sessions.get(name);
  if (!known) {
    await choosePerson(page, name, next);
    sessions.set(name, await page.context().cookies());
    return;
  }
  await page.context().addCookies(known);
  if (next) await page.goto(next);
}

/** Answers the identity provider's own form. */
export async function logInAtTheCompany(page: Page, { name, email }: Newcomer): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Log in" }).click();
}

/** Signs in through the identity provider, as somebody who is not signed in there yet. */
export async function signInThroughTheCompany(page: Page, person: Newcomer): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Company login" }).click();
  await logInAtTheCompany(page, person);
  await expectSignedIn(page, person.name);
}

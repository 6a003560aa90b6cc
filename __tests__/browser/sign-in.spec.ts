import { choosePerson, expectSignedIn, logInAtTheCompany, newcomer, signInThroughTheCompany } from "./support/people";
import { expect, test } from "./support/test";

test("a colleague signs in at the company's identity provider, and has an account from then on", async ({ page }) => {
  const person = newcomer("Amparo Newhall");

  await signInThroughTheCompany(page, person);

  await page.goto("/settings");
  await expect(page.getByText(person.email)).toBeVisible();
  await expect(page.getByText("Roles: Employee")).toBeVisible();
});

test("whoever signs in again at the identity provider is the same person", async ({ page, elsewhere }) => {
  const person = newcomer("Benedict Same");
  await signInThroughTheCompany(page, person);

  const other = await elsewhere();
  await other.goto("/sign-in");
  await other.getByRole("button", { name: "Company login" }).click();
  await logInAtTheCompany(other, { ...person, name: "Called otherwise by now" });

  await expectSignedIn(other, person.name);
  await other.goto("/settings");
  await expect(other.getByText(person.email)).toBeVisible();
});

test("who wanted to go somewhere gets there by way of the identity provider", async ({ page }) => {
  const person = newcomer();
  await page.goto("/ideas?order=discussed");

  await page.getByRole("button", { name: "Company login" }).click();
  await logInAtTheCompany(page, person);

  await expect(page).toHaveURL("/ideas?order=discussed");
});

test("an address outside the company gets no account", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Company login" }).click();
  await logInAtTheCompany(page, { name: "Mallory", email: "mallory@elsewhere.example" });

  await expect(page.getByText("There is no account for you here yet.")).toBeVisible();
  await page.goto("/ideas");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("signing out everywhere ends the other browsers' sessions with their next click", async ({ page, elsewhere }) => {
  const person = newcomer("Eve Everywhere");
  await signInThroughTheCompany(page, person);
  const other = await elsewhere();
  await signInThroughTheCompany(other, person);

  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await other.getByRole("navigation").getByRole("link", { name: "Ideas", exact: true }).click();
  await expect(other).toHaveURL(/\/sign-in/);
});

test("signing out ends the session, not only the browser's memory of it", async ({ page }) => {
  await choosePerson(page, "Owen Castellanos");
  const cookies = await page.context().cookies();

  await page.getByRole("button", { name: "Owen Castellanos" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.context().addCookies(cookies);
  await page.goto("/ideas");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a mailed link signs in with one more click, once", async ({ page, elsewhere }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Work e-mail").fill("grace.whitfield@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();

  await page.getByRole("link", { name: "Mailbox of the demo" }).click();
  const mail = page.getByText("grace.whitfield@example.org").locator("..");
  const link = await mail.getByRole("link", { name: /sign-in\/confirm/ }).getAttribute("href");
  await page.goto(link ?? "");
  await expect(page).toHaveURL(/\/sign-in\/confirm/);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expectSignedIn(page, "Grace Whitfield");

  const thief = await elsewhere();
  await thief.goto(link ?? "");
  await thief.getByLabel("Work e-mail").fill("grace.whitfield@example.org");
  await thief.getByRole("button", { name: "Sign in" }).click();
  await expect(thief.getByText("This link no longer works")).toBeVisible();
});

test("asking for a link says the same for an address that is nobody's", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Work e-mail").fill("nobody@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();

  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  await page.goto("/mail");
  await expect(page.getByText("nobody@example.org")).toHaveCount(0);
});

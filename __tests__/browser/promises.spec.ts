import { randomUUID } from "node:crypto";
import { givenIdea } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

test.use({ javaScriptEnabled: false });

test("an author reads who answers, and until when", async ({ page }) => {
  await signInAs(page, "Samuel Okafor");
  const { path } = await givenIdea(page);
  await page.goto(path);

  await expect(page.getByRole("status")).toContainText(/Thank you.* answers by \w+day, /);
  const promise = page.getByRole("region", { name: "What was promised" });
  await expect(promise).toContainText("answers for this idea");
  await expect(promise).toContainText(/A decision follows by \w+day, /);
});

test("an administrator pastes holidays and takes one away again", async ({ page }) => {
  const name = `Holiday ${randomUUID().slice(0, 8)}`;
  await signInAs(page, "Lucía Ferrer Aldana", "/admin/calendar");

  await page.locator("summary", { hasText: "Pegar varios a la vez" }).click();
  await page.getByLabel("Uno por línea: fecha y nombre").fill(`2091-03-01 ${name}\nsomeday`);
  await page.getByRole("button", { name: "Agregar estos" }).click();
  await expect(page.getByText("Cada línea debe empezar con una fecha")).toBeVisible();
  await page.getByLabel("Uno por línea: fecha y nombre").fill(`2091-03-01 ${name}`);
  await page.getByRole("button", { name: "Agregar estos" }).click();
  const line = page.getByRole("listitem").filter({ hasText: name });
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: new RegExp(`^Quitar: ${name}`) }).click();

  await expect(line).toHaveCount(0);
});

test("an administrator founds a group, puts somebody into it, and dissolves it", async ({ page }) => {
  const name = `Group ${randomUUID().slice(0, 8)}`;
  await signInAs(page, "Lucía Ferrer Aldana", "/admin/routing");

  await page.getByLabel("Nombre del grupo").last().fill(name);
  await page.getByRole("button", { name: "Agregar grupo" }).click();
  const group = page.getByRole("region", { name });
  await group.getByLabel("Persona que revisa").selectOption({ index: 0 });
  await group.getByRole("button", { name: "Sumar al grupo" }).click();
  await expect(group.getByRole("listitem")).toHaveCount(1);
  await group.locator("summary").click();
  await group.getByRole("button", { name: "Quitar el grupo" }).click();

  await expect(group).toHaveCount(0);
});

import type { Page } from "@playwright/test";
import type { Locale } from "@/lib/platform/i18n/locales";
import { messages } from "@/lib/platform/i18n/messages";
import { givenIdea } from "./support/ideas";
import { expectSignedIn, logInAtTheCompany, newcomer, signInAs, signInThroughTheCompany } from "./support/people";
import { ownNames } from "./support/staff";
import { expect, test } from "./support/test";

/** Every text that the portal has in English, and in `locale` otherwise. */
function englishTexts(locale: Locale): Set<string> {
  const texts = (of: Locale) => Object.values(messages[of]).flatMap((module): string[] => Object.values(module));
  const same = new Set(texts(locale));
  return new Set(texts("en").filter((text) => !text.includes("{") && !same.has(text)));
}

/** Every text on `page`, names and hints included. Choices are left out: companies name what they choose from as they like. */
const saidOn = (page: Page) =>
  page.locator("html").evaluate((root) => {
    const pieces = [document.title];
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (!texts.currentNode.parentElement?.closest("script, style, option"))
        pieces.push(texts.currentNode.textContent ?? "");
    }
    for (const element of root.querySelectorAll("[aria-label], [title], [placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"]) pieces.push(element.getAttribute(name) ?? "");
    }
    return pieces.map((piece) => piece.trim());
  });

const visits = [
  { locale: "es", person: "Javiera Montecinos Vera", signIn: "Iniciar sesión" },
  { locale: "pt", person: "Thiago Barreto Lins", signIn: "Entrar" },
] as const;

for (const { locale, person, signIn } of visits) {
  test(`a whole visit in ${locale}, by the profile, speaks no English`, async ({ page }) => {
    await signInAs(page, person);
    const { path } = await givenIdea(page, { title: "Sombra en la parada del depósito" });
    const named = await ownNames();
    const english = new Set([...englishTexts(locale)].filter((text) => !named.includes(text)));

    for (const place of [
      "/",
      "/ideas",
      "/ideas?q=bicicleta",
      "/ideas/new",
      "/drafts",
      "/settings",
      path,
      `${path}/edit`,
    ]) {
      await page.goto(place);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      expect(
        (await saidOn(page)).filter((piece) => english.has(piece)),
        place,
      ).toEqual([]);
    }
  });

  test(`visitors whose browser asks for ${locale} are asked in it`, async ({ elsewhere }) => {
    const page = await elsewhere({ locale: `${locale}-419` });

    await page.goto("/sign-in");

    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(signIn);
  });
}

test("what a visitor chose before signing in is spoken wherever they go", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Português" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Entrar");

  await page.goto("/no-such-page");

  await expect(page.locator("html")).toHaveAttribute("lang", "pt");
});

test("the language of the profile goes along to other browsers", async ({ page, elsewhere }) => {
  const person = newcomer("Lina Linguist");
  await signInThroughTheCompany(page, person);
  await page.goto("/settings");
  await page.getByRole("main").getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Configuración" })).toBeVisible();

  const other = await elsewhere({ locale: "pt-BR" });
  await other.goto("/sign-in");
  await other.getByRole("button", { name: "Company login" }).click();
  await logInAtTheCompany(other, person);

  await expectSignedIn(other, person.name);
  await expect(other.locator("html")).toHaveAttribute("lang", "es");
});

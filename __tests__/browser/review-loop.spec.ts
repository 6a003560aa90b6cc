import type { Locator, Page } from "@playwright/test";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { MessageKey } from "@/lib/platform/i18n/messages";
import { translator } from "@/lib/platform/i18n/translate";
import { newTitle } from "./support/ideas";
import { hire, signedIn } from "./support/staff";
import { expect, test } from "./support/test";

const words = {
  en: {
    title: "Seats in the shade at the depot's bus stop",
    answer: "Thank you. Which of the two stops do you mean, the one by the gate?",
    yes: "We will have it built in spring, together with the new fence.",
    done: "The seats stand since Monday. The one by the workshop follows next year.",
  },
  es: {
    title: "Bancos a la sombra en la parada del depósito",
    answer: "Gracias. ¿A cuál de las dos paradas te refieres, a la de la entrada?",
    yes: "Los instalaremos en primavera, junto con la valla nueva.",
    done: "Los bancos están desde el lunes. El del taller llega el año que viene.",
  },
};

/** What a reviewer does on an idea's review side: unfolds a deed, fills it in, sends it. */
async function deed(
  page: Page,
  ideaId: string,
  [title, now]: [string, string],
  fill: (form: Locator) => Promise<unknown> = async () => {},
) {
  await page.goto(`/review/${ideaId}`);
  await page.locator("summary").filter({ hasText: title }).click();
  const form = page.locator("details[name=deed][open]");
  await fill(form);
  await form.getByRole("button", { name: now, exact: true }).click();
  await expect(page).not.toHaveURL(`/review/${ideaId}`);
}

for (const locale of ["es", "en"] as const satisfies Locale[])
  test(`an idea goes from its first sentence to done, and everybody hears of it (${locale})`, async ({
    page: author,
    elsewhere,
  }) => {
    const t = translator(locale);
    const said = words[locale];
    const title = newTitle(said.title);
    const [ana, rita, vera, olga] = await Promise.all([
      hire("Ana Loop", locale, ["employee"]),
      hire("Rita Loop", locale, ["employee", "reviewer"]),
      hire("Vera Loop", locale, ["employee"]),
      hire("Olga Loop", locale, ["employee", "administrator"]),
    ]);
    const [reviewer, voter, administrator] = [await elsewhere(), await elsewhere(), await elsewhere()];
    await Promise.all([
      signedIn(author, ana),
      signedIn(reviewer, rita),
      signedIn(voter, vera),
      signedIn(administrator, olga),
    ]);
    const done = (title: MessageKey, now: MessageKey): [string, string] => [t(title), t(now)];

    // The author says it, and is told who answers and until when.
    await author.goto("/ideas/new");
    await author.getByLabel(t("ideas.title")).fill(title);
    await author.getByRole("button", { name: t("ideas.submit") }).click();
    await expect(author.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(author.getByRole("region", { name: t("promises.promise") })).toBeVisible();
    const ideaId = new URL(author.url()).pathname.split("/").at(-1) ?? "";

    await voter.goto(`/ideas/${ideaId}`);
    const vote = voter.locator("[data-vote=page]").getByRole("button");
    await vote.click();
    await expect(vote).toHaveAttribute("aria-pressed", "true");

    // The reviewer answers, says yes, tells of progress, and says that it is done.
    await deed(reviewer, ideaId, done("desk.deedAnswer", "desk.nowAnswer"), (form) =>
      form.getByLabel(t("desk.answer")).fill(said.answer),
    );
    await deed(reviewer, ideaId, done("desk.deedInReview", "desk.nowInReview"));
    await deed(reviewer, ideaId, done("desk.deedAccepted", "desk.nowAccepted"), async (form) => {
      await form.getByLabel(t("desk.owner")).selectOption(rita.id);
      await form.getByLabel(t("desk.nextOn")).fill("2999-01-31");
      await form.getByLabel(t("desk.reasonOptional")).fill(said.yes);
    });
    await deed(reviewer, ideaId, done("desk.deedInProgress", "desk.nowInProgress"));
    await deed(reviewer, ideaId, done("desk.deedProgress", "desk.nowProgress"), (form) =>
      form.getByLabel(t("desk.percent")).fill("40"),
    );
    await author.goto(`/ideas/${ideaId}`);
    await expect(author.getByRole("progressbar")).toHaveAttribute("value", "40");
    await deed(reviewer, ideaId, done("desk.deedImplemented", "desk.nowImplemented"), async (form) => {
      await form.getByLabel(t("desk.extent")).selectOption("partly");
      await form.getByLabel(t("desk.reasonOptional")).fill(said.done);
    });

    // Everybody reads what became of it, in their language.
    await author.reload();
    await expect(author.getByText(t("ideas.extentPartly"))).toBeVisible();
    for (const words of [said.answer, said.yes, said.done]) await expect(author.getByText(words)).toBeVisible();
    await author.goto(`/ideas/${ideaId}/history`);
    await expect(author.getByRole("list", { name: t("audit.timeline") })).toContainText(rita.name);

    // Both hear of it inside; the author by mail at once, the voter with the next digest.
    for (const page of [author, voter])
      await expect(async () => {
        await page.goto("/inbox");
        await expect(page.getByRole("link", { name: title })).not.toHaveCount(0, { timeout: 1_000 });
      }).toPass({ timeout: 30_000 });
    await expect(async () => {
      await author.goto("/mail");
      const mails = author.locator("main > *").filter({ hasText: ana.email });
      for (const words of [said.answer, said.yes, said.done])
        await expect(mails.filter({ hasText: words })).toHaveCount(1, { timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await expect(author.locator("main > *").filter({ hasText: vera.email })).toHaveCount(0);

    // The administrator sees every step on record.
    await administrator.goto(`/admin/audit?about=${ideaId}`);
    await expect(administrator.getByRole("main")).toContainText(rita.name);
    await expect(administrator.getByRole("main")).toContainText(t("ideas.statusImplemented"));
  });

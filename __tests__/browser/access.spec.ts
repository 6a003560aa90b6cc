import type { Page } from "@playwright/test";
import { doors } from "../architecture/doors";
import { barriersOn } from "./support/barriers";
import { startEmptyPortal } from "./support/empty-portal";
import { givenComment, givenIdea, newTitle } from "./support/ideas";
import { signInAs } from "./support/people";
import { expect, test } from "./support/test";

const colleague = (path: string) => (page: Page) => signInAs(page, "Samuel Okafor", path);
const reviewer = (path: string) => (page: Page) => signInAs(page, "Marta Ibáñez Prado", path);
const leader = (path: string) => (page: Page) => signInAs(page, "Grace Whitfield", path);
const administrator = (path: string) => (page: Page) => signInAs(page, "Lucía Ferrer Aldana", path);
const visitor = (path: string) => async (page: Page) => {
  await page.goto(path);
};

/** To what the first entry of a reviewer's list leads to. */
const firstOf = (list: string, leadsTo: RegExp) => async (page: Page) => {
  await reviewer(list)(page);
  await page.locator("main [data-step]").first().click();
  await expect(page).toHaveURL(leadsTo);
};

/** To a page of an idea with everything on it: text, tags, history, a discussion. */
const idea = (pathOf: (ideaId: string, commentId: string) => string) => async (page: Page) => {
  await signInAs(page, "Samuel Okafor");
  const { ideaId } = await givenIdea(page, {
    body: "With **bold** words.\n\n- and\n- lists\n\n| and | tables |\n|--|--|\n| of | words |",
    tags: ["shade"],
  });
  const { commentId } = await givenComment(page, ideaId, "Who would look after them?");
  const change = { version: 1, body: "With **bolder** words.\n\n- and\n- lists" };
  await page.request.patch(`/api/v1/ideas/${ideaId}`, { data: change, headers: { "sec-fetch-site": "same-origin" } });
  await page.goto(pathOf(ideaId, commentId));
};

/** How one comes to each page of the table of doors. `elsewhere` says which test looks at it instead. */
const ways: Record<string, ((page: Page) => Promise<void>) | "elsewhere"> = {
  "/sign-in": visitor("/sign-in"),
  "/sign-in/sent": visitor("/sign-in/sent"),
  "/sign-in/confirm": visitor("/sign-in/confirm?token=x"),
  "/setup": "elsewhere",
  // By a link that only a mail has.
  "/unsubscribe": "elsewhere",
  "/mail": visitor("/mail"),
  "/": colleague("/"),
  "/ideas": colleague("/ideas"),
  "/ideas/new": colleague("/ideas/new"),
  "/ideas/[ideaId]": idea((ideaId) => `/ideas/${ideaId}`),
  "/ideas/[ideaId]/edit": idea((ideaId) => `/ideas/${ideaId}/edit`),
  "/ideas/[ideaId]/merge": idea((ideaId) => `/ideas/${ideaId}/merge`),
  "/ideas/[ideaId]/history": idea((ideaId) => `/ideas/${ideaId}/history`),
  "/comments/[commentId]": idea((_, commentId) => `/comments/${commentId}`),
  "/compare": colleague("/compare"),
  "/drafts": colleague("/drafts"),
  "/inbox": colleague("/inbox"),
  // Leads on to an idea.
  "/inbox/[notificationId]": "elsewhere",
  "/review": reviewer("/review?whose=all"),
  "/review/[ideaId]": async (page) => {
    await reviewer("/review?whose=all")(page);
    await page.getByRole("main").getByRole("article").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/review\/[\w-]{36}/);
    await page.locator("summary", { hasText: "Decline" }).or(page.locator("summary[data-key=d]")).first().click();
  },
  "/review/board": reviewer("/review/board?whose=all"),
  "/review/drafts": reviewer("/review/drafts"),
  "/review/duplicates": async (page) => {
    await signInAs(page, "Samuel Okafor");
    const body = "Shade for the stop of the company bus, with a bench and a place for bottles.";
    for (const title of [newTitle("Shade for the bus stop"), newTitle("Shade for the bus stop")])
      await givenIdea(page, { title, body });
    await page.context().clearCookies();
    await expect(async () => {
      await reviewer("/review/duplicates")(page);
      await expect(page.getByRole("button", { name: /This one stays|Esta se queda/ })).not.toHaveCount(0, {
        timeout: 500,
      });
    }).toPass();
  },
  "/review/templates": reviewer("/review/templates"),
  "/settings": colleague("/settings"),
  "/admin/people": administrator("/admin/people"),
  "/admin/people/new": administrator("/admin/people/new"),
  "/admin/people/[personId]": async (page) => {
    await administrator("/admin/people?q=Okafor")(page);
    await page
      .getByRole("main")
      .getByRole("link", { name: /Samuel Okafor/ })
      .click();
    await expect(page).toHaveURL(/people\/[\w-]{36}/);
    await expect(page.getByRole("heading", { name: "Samuel Okafor" })).toBeVisible();
  },
  "/admin/scorecards": administrator("/admin/scorecards"),
  "/deliveries": colleague("/deliveries?state=all"),
  "/deliveries/[deliveryId]": firstOf("/deliveries?state=all", /deliveries\/[\w-]{36}/),
  "/ideas/[ideaId]/delivery": async (page) => {
    await reviewer("/ideas?state=accepted")(page);
    const accepted = await page.locator("main article a[href^='/ideas/']").first().getAttribute("href");
    await page.goto(`${accepted}/delivery`);
    await expect(page.getByRole("textbox").first()).toBeVisible();
  },
  "/admin/rates": administrator("/admin/rates"),
  "/insights/impact": leader("/insights/impact?from=2018-01"),
  "/insights/pipeline": leader("/insights/pipeline?from=2018-01"),
  "/insights/participation": leader("/insights/participation?from=2018-01"),
  "/insights": leader("/insights?from=2018-01"),
  "/insights/ideas": leader("/insights/ideas?which=posted&from=2018-01"),
  "/insights/tour": leader("/insights/tour"),
  "/insights/glossary": leader("/insights/glossary"),
  "/insights/portfolio": leader("/insights/portfolio?from=2018-01"),
  "/insights/export": leader("/insights/export?from=2018-01"),
  "/admin/goals": administrator("/admin/goals"),
  "/review/evaluations": reviewer("/review/evaluations"),
  "/review/results": reviewer("/review/results"),
  "/review/results/distance": reviewer("/review/results/distance"),
  "/review/[ideaId]/evaluation": firstOf("/review/results", /evaluation$/),
  "/review/[ideaId]/scorecard": firstOf("/review/evaluations", /scorecard$/),
  "/admin/jobs": administrator("/admin/jobs"),
  "/admin/organisation": administrator("/admin/organisation"),
  "/admin/states": administrator("/admin/states?saved=accepted"),
  "/admin/audit": administrator("/admin/audit"),
  "/admin/calendar": administrator("/admin/calendar"),
  "/admin/routing": administrator("/admin/routing"),
};

test("every page there is has a way to it here", () => {
  const pages = Object.keys(doors).filter((door) => door.startsWith("page "));

  expect(Object.keys(ways).sort()).toEqual(pages.map((door) => door.slice("page ".length)).sort());
});

for (const [path, go] of Object.entries(ways)) {
  if (go === "elsewhere") continue;
  test(`nothing bars the way on ${path}`, async ({ page }) => {
    await go(page);

    expect(await barriersOn(page)).toEqual([]);
  });
}

/** States of pages that have no address of their own. */
const states: Record<string, (page: Page) => Promise<void>> = {
  "a search that was mended, and filters": colleague("/ideas?q=medcal+recrods&state=submitted"),
  "a search that found nothing": colleague("/ideas?q=zzzzqqq"),
  "what is not there": visitor("/no-such-page"),
  "an idea that is not there": colleague("/ideas/not-an-id"),
  "the open menu of one's own": async (page) => {
    await colleague("/")(page);
    await page.getByRole("button", { name: /Your account/ }).click();
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  },
  "the help with the keys": async (page) => {
    await colleague("/")(page);
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
    }).toPass();
  },
  "the filters, opened": async (page) => {
    await colleague("/ideas")(page);
    await page.locator("details.filters").evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
  },
  "an idea about to be withdrawn": async (page) => {
    await idea((ideaId) => `/ideas/${ideaId}`)(page);
    await page.locator("summary", { hasText: "Withdraw" }).click();
  },
  "a comment, linked to, being answered": async (page) => {
    await idea((ideaId, commentId) => `/ideas/${ideaId}?comment=${commentId}&deed=answer`)(page);
    await expect(page.getByRole("textbox", { name: "Your answer" })).toBeVisible();
  },
  "a form sent empty": async (page) => {
    await colleague("/ideas/new")(page);
    await expect(async () => {
      await page.getByRole("button", { name: "Submit idea" }).click();
      await expect(page.locator("[aria-invalid=true]").first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
  },
};

for (const [state, go] of Object.entries(states)) {
  test(`nothing bars the way at ${state}`, async ({ page }) => {
    await go(page);

    expect(await barriersOn(page)).toEqual([]);
  });
}

test("nothing bars the way of whoever sets a portal up, finds it empty, and sees it fail", async ({ browser }) => {
  const portal = await startEmptyPortal();
  // Not the context that fails on what the browser complains about: a page that fails is such a complaint.
  const page = await browser.newPage();
  try {
    await page.goto(portal.offered);
    expect(await barriersOn(page)).toEqual([]);

    await page.getByLabel("Name of your organisation").fill("Aldea Pucela");
    await page.getByLabel("Your name").fill("Ada Alba");
    await page.getByLabel("Work e-mail").fill("ada@example.org");
    await page.getByRole("button", { name: "Set up the portal" }).click();
    await expect(page.getByRole("banner").getByRole("button", { name: /Ada Alba/ })).toBeVisible();
    for (const path of ["/", "/ideas", "/drafts", "/admin/organisation"]) {
      await page.goto(portal.url + path);
      expect(await barriersOn(page), path).toEqual([]);
    }

    await portal.sql("alter table idea rename to idea_gone");
    await page.goto(`${portal.url}/ideas`);
    await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();
    expect(await barriersOn(page)).toEqual([]);
  } finally {
    await page.close();
    await portal.end();
  }
});

test("the first Tab leads past the navigation, to the page itself", async ({ page }) => {
  await signInAs(page, "Samuel Okafor", "/ideas");

  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

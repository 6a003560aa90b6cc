import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "./test";

/** Posts to the API as whoever is signed in on `page`, the way the portal's own pages could. */
async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(path, { data, headers: { "sec-fetch-site": "same-origin" } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** A title that no other idea has. */
export const newTitle = (words = "Plant trees along the depot's wall"): string =>
  `${words} ${randomUUID().slice(0, 8)}`;

/** An idea of whoever is signed in on `page`. */
export async function givenIdea(page: Page, idea: { title?: string; body?: string; tags?: string[] } = {}) {
  const title = idea.title ?? newTitle();
  const tags = (idea.tags ?? []).join(", ");
  const { ideaId } = await post<{ ideaId: string }>(page, "/api/v1/ideas", {
    body: "",
    language: "en",
    ...idea,
    title,
    tags,
  });
  return { title, ideaId, path: `/ideas/${ideaId}` };
}

/** A comment of whoever is signed in on `page`. */
export const givenComment = (page: Page, ideaId: string, body: string) =>
  post<{ commentId: string }>(page, `/api/v1/ideas/${ideaId}/comments`, { body });

/** The vote button beside the idea that `page` shows. */
export const voteButton = (page: Page) => page.getByRole("complementary").getByRole("button", { name: /vote/i });

/** Presses the vote button and waits for the server's answer, which the count does not. */
export async function pressVote(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await voteButton(page).click();
  await answered;
}

import type { Permission } from "@/lib/access/rules";

/** Who comes through: a visitor without an account, anybody signed in, or whoever has one of these permissions. */
export type Who = "visitor" | "signed in" | Permission;

/**
 * Everything that can be asked of the server from outside, and what it takes. Compared with the build's own manifests:
 * a page, endpoint or action without a row here fails the test.
 */
export const doors: Record<string, Who> = {
  "page /sign-in": "visitor",
  "page /sign-in/sent": "visitor",
  "page /sign-in/confirm": "visitor",
  "page /setup": "visitor",
  // Exists in the demo alone.
  "page /mail": "visitor",
  "page /": "idea.read",
  "page /ideas": "idea.read",
  "page /ideas/new": "idea.submit",
  "page /ideas/[ideaId]": "idea.read",
  "page /ideas/[ideaId]/edit": "idea.edit",
  "page /ideas/[ideaId]/history": "idea.read",
  "page /comments/[commentId]": "idea.read",
  "page /drafts": "idea.submit",

  "GET /api/health": "visitor",
  "GET /api/ready": "visitor",
  "GET /api/auth/[...nextauth]": "visitor",
  "POST /api/auth/[...nextauth]": "visitor",
  "GET /api/v1/ideas": "idea.read",
  "POST /api/v1/ideas": "idea.submit",
  "GET /api/v1/ideas/[ideaId]": "idea.read",
  "PATCH /api/v1/ideas/[ideaId]": "idea.edit",
  "PUT /api/v1/ideas/[ideaId]/vote": "idea.vote",
  "DELETE /api/v1/ideas/[ideaId]/vote": "idea.vote",
  "GET /api/v1/ideas/[ideaId]/comments": "idea.read",
  "POST /api/v1/ideas/[ideaId]/comments": "comment.post",

  "action signOutButton": "visitor",
  "action signInAsDemoButton": "visitor",
  "action requestLinkForm": "visitor",
  "action signInByLinkForm": "visitor",
  "action setUpForm": "visitor",
  "action chooseLocaleButton": "visitor",
  "action chooseThemeButton": "visitor",
  "action submitIdeaAction": "idea.submit",
  "action submitIdeaForm": "idea.submit",
  "action saveDraftAction": "idea.submit",
  "action saveDraftForm": "idea.submit",
  "action discardDraftButton": "idea.submit",
  "action editIdeaAction": "idea.edit",
  "action editIdeaForm": "idea.edit",
  "action withdrawIdeaButton": "idea.withdraw",
  "action followIdeaButton": "idea.follow",
  "action unfollowIdeaButton": "idea.follow",
  "action castVoteAction": "idea.vote",
  "action castVoteForm": "idea.vote",
  "action withdrawVoteAction": "idea.vote",
  "action withdrawVoteForm": "idea.vote",
  "action postCommentAction": "comment.post",
  "action postCommentForm": "comment.post",
  "action editCommentAction": "comment.edit",
  "action editCommentForm": "comment.edit",
  "action deleteCommentForm": "comment.delete",
};

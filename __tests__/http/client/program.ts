import createClient from "openapi-fetch";
// Made from the portal's OpenAPI document by the test that runs this; everything below is written from it alone.
import type { components, paths } from "./portal-api";

type Idea = components["schemas"]["ListedIdea"];
type Comment = components["schemas"]["Comment"];
type Group = paths["/api/v1/insights/{group}"]["get"]["parameters"]["path"]["group"];
type Narrowed = NonNullable<paths["/api/v1/insights/feed.csv"]["get"]["parameters"]["query"]>;
type Search = NonNullable<paths["/api/v1/ideas"]["get"]["parameters"]["query"]>;
type Writing = paths["/api/v1/ideas"]["post"]["requestBody"]["content"]["application/json"];
type Move = paths["/api/v1/ideas/{ideaId}/moves"]["post"]["requestBody"]["content"]["application/json"];
type Assignment = paths["/api/v1/ideas/{ideaId}/owner"]["put"]["requestBody"]["content"]["application/json"];
type Edit = paths["/api/v1/ideas/{ideaId}"]["patch"]["requestBody"]["content"]["application/json"];

/** A refusal, as the document describes it. */
export class Refused extends Error {
  constructor(readonly problem: components["schemas"]["Problem"]) {
    super(problem.detail);
  }
}

/** What is hoped for, or the refusal that came instead. */
function hoped<T>({ data, error }: { data?: T; error?: components["schemas"]["Problem"] }): T {
  if (error) throw new Refused(error);
  return data as T;
}

/** A small program that uses the portal in somebody's name. */
export function program(baseUrl: string, token: string, fetch: (request: Request) => Promise<Response>) {
  const portal = createClient<paths>({ baseUrl, fetch, headers: { authorization: `Bearer ${token}` } });
  const at = (ideaId: string) => ({ path: { ideaId } });

  return {
    submit: async (body: Writing) => hoped(await portal.POST("/api/v1/ideas", { body })),
    read: async (ideaId: string) => hoped(await portal.GET("/api/v1/ideas/{ideaId}", { params: at(ideaId) })),
    edit: async (ideaId: string, body: Edit) =>
      hoped(await portal.PATCH("/api/v1/ideas/{ideaId}", { params: at(ideaId), body })),
    vote: async (ideaId: string) => hoped(await portal.PUT("/api/v1/ideas/{ideaId}/vote", { params: at(ideaId) })),
    takeBack: async (ideaId: string) =>
      hoped(await portal.DELETE("/api/v1/ideas/{ideaId}/vote", { params: at(ideaId) })),
    move: async (ideaId: string, body: Move) =>
      hoped(await portal.POST("/api/v1/ideas/{ideaId}/moves", { params: at(ideaId), body })),
    assign: async (ideaId: string, body: Assignment) =>
      hoped(await portal.PUT("/api/v1/ideas/{ideaId}/owner", { params: at(ideaId), body })),
    answer: async (ideaId: string, version: number, reason: string) =>
      hoped(await portal.POST("/api/v1/ideas/{ideaId}/answers", { params: at(ideaId), body: { version, reason } })),
    report: async (ideaId: string, version: number, progress: number) =>
      hoped(await portal.PUT("/api/v1/ideas/{ideaId}/progress", { params: at(ideaId), body: { version, progress } })),
    comment: async (ideaId: string, body: string, parentId?: string) =>
      hoped(
        await portal.POST("/api/v1/ideas/{ideaId}/comments", {
          params: at(ideaId),
          body: { body, ...(parentId && { parentId }) },
        }),
      ),
    figures: async (group: Group, query: Narrowed) =>
      hoped(await portal.GET("/api/v1/insights/{group}", { params: { path: { group }, query } })),
    feed: async (query: Narrowed) =>
      hoped(await portal.GET("/api/v1/insights/feed.csv", { params: { query }, parseAs: "text" })),
    /** Every idea that fits, page after page. */
    async ideas(query: Search): Promise<Idea[]> {
      const met: Idea[] = [];
      let cursor: string | undefined;
      do {
        const page = hoped(
          await portal.GET("/api/v1/ideas", { params: { query: { ...query, ...(cursor && { cursor }) } } }),
        );
        met.push(...page.ideas);
        cursor = page.next ?? undefined;
      } while (cursor);
      return met;
    },
    /** Every comment of an idea, page after page. */
    async comments(ideaId: string, limit: number): Promise<Comment[]> {
      const met: Comment[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit, ...(cursor && { cursor }) };
        const page = hoped(await portal.GET("/api/v1/ideas/{ideaId}/comments", { params: { ...at(ideaId), query } }));
        met.push(...page.comments);
        cursor = page.next ?? undefined;
      } while (cursor);
      return met;
    },
    /** What the document does not know does not compile; were its types `any`, this file would not. */
    mistakes: () => [
      // @ts-expect-error there is no such order
      portal.GET("/api/v1/ideas", { params: { query: { order: "loudest" } } }),
      // @ts-expect-error there is no such parameter
      portal.GET("/api/v1/ideas", { params: { query: { colour: "red" } } }),
      // @ts-expect-error an idea has a language
      portal.POST("/api/v1/ideas", { body: { title: "Racks for bicycles" } }),
      // @ts-expect-error an edit says which version it started from
      portal.PATCH("/api/v1/ideas/{ideaId}", { params: at(""), body: { title: "Racks for bicycles" } }),
    ],
  };
}

import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { renderToString } from "react-dom/server";
import { Discussion } from "@/components/comments/discussion";
import type { Answer, Comment, Discussion as DiscussionData } from "@/lib/comments/schema";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { InEnglish, now, render } from "../../support/render";

jest.mock("next/navigation", () => ({ useRouter: () => ({}) }));
jest.mock("@/lib/comments/actions", () => ({
  postCommentAction: jest.fn(),
  editCommentAction: jest.fn(),
  postCommentForm: jest.fn(),
  editCommentForm: jest.fn(),
  deleteCommentForm: jest.fn(),
}));

const comment = (more: Partial<Comment> = {}): Comment => ({
  id: "c1",
  parentId: null,
  author: { id: "p1", name: "Ana" },
  html: "<p>Good</p>",
  source: null,
  createdAt: new Date("2027-03-14T12:00:00Z"),
  editedAt: null,
  isDeleted: false,
  mayAnswer: true,
  mayDelete: false,
  ...more,
});
const answer = (more: Partial<Answer> = {}): Answer => ({
  ...comment({ id: "c2", parentId: "c1", author: { id: "p2", name: "Bea" } }),
  depth: 1,
  isApart: false,
  inReplyTo: { author: { id: "p1", name: "Ana" }, isDeleted: false },
  ...more,
});
const discussion = (starter: Comment, answers: Answer[] = [], more: Partial<DiscussionData> = {}): DiscussionData => ({
  ideaId: "i1",
  count: 2,
  order: "oldest",
  thread: null,
  focus: null,
  threads: [{ starter, answers, moreAnswers: 0 }],
  previous: null,
  next: null,
  hindrance: null,
  isFollowing: false,
  ...more,
});
const show = (data: DiscussionData) =>
  render(<Discussion discussion={data} t={translator("en")} format={formatter("en", "UTC")} now={now} />);

it("shows who said what and when, each with an address of its own", () => {
  show(discussion(comment()));

  const ana = within(screen.getByRole("article", { name: "Ana" }));
  expect(ana.getByText("Good")).toBeInTheDocument();
  expect(ana.getByRole("link", { name: "1 day ago" })).toHaveAttribute("href", "/ideas/i1?comment=c1#comment-c1");
});

it("names somebody of whom the source knew nothing, and says what was edited", () => {
  show(discussion(comment({ author: null, editedAt: now })));

  expect(screen.getByRole("article", { name: "Unknown author" })).toHaveTextContent("edited");
});

it("tells screen readers whom every answer answers", () => {
  show(discussion(comment(), [answer()]));

  expect(screen.getByRole("article", { name: "Bea" })).toHaveTextContent("in reply to Ana");
});

it("leaves of a deleted comment its place, and its answers", () => {
  const deleted = comment({ isDeleted: true, author: null, html: "", mayAnswer: false });
  show(discussion(deleted, [answer({ inReplyTo: { author: null, isDeleted: true } })]));

  expect(screen.getByRole("article", { name: "This comment was deleted." })).toBeInTheDocument();
  expect(screen.getByRole("article", { name: "Bea" })).toHaveTextContent("in reply to a deleted comment");
});

it("offers what the reader may do, and nothing else", () => {
  show(discussion(comment({ source: "Good", mayDelete: true }), [answer({ mayAnswer: false })]));

  const deedsOf = (name: string) =>
    within(screen.getByRole("article", { name }))
      .getAllByRole("link")
      .slice(1)
      .map((link) => link.getAttribute("aria-label"));
  expect(deedsOf("Ana")).toEqual(["Answer: Ana", "Edit: Ana", "Delete: Ana"]);
  expect(deedsOf("Bea")).toEqual([]);
});

it("opens one form at a time below a comment, ready to type", async () => {
  show(discussion(comment({ source: "Good" })));
  const ana = within(screen.getByRole("article", { name: "Ana" }));

  await userEvent.click(ana.getByRole("link", { name: "Answer: Ana" }));
  expect(ana.getByLabelText("Your answer")).toHaveFocus();
  await userEvent.click(ana.getByRole("link", { name: "Edit: Ana" }));

  expect(ana.getByRole("textbox")).toHaveValue("Good");
  await userEvent.click(ana.getByRole("link", { name: "Cancel: Ana" }));
  expect(ana.queryByRole("textbox")).not.toBeInTheDocument();
});

it("leads browsers without JavaScript to the page with the form open", () => {
  show(discussion(comment()));
  expect(screen.getByRole("link", { name: "Answer: Ana" })).toHaveAttribute(
    "href",
    "/ideas/i1?comment=c1&deed=answer#comment-c1",
  );
});

it("has the form open that the address asks for, in the server's HTML too", () => {
  const data = discussion(comment(), [], { focus: { id: "c1", deed: "answer" } });
  const voice = { t: translator("en"), format: formatter("en", "UTC"), now };
  const html = renderToString(
    <InEnglish>
      <Discussion discussion={data} {...voice} />
    </InEnglish>,
  );

  expect(html).toContain("Your answer");
});

it("leads to the answers it leaves out, and to the other pages, in the chosen order", () => {
  const data = discussion(comment(), [answer()], { order: "newest", previous: "c1", next: "c1" });
  data.threads[0]!.moreAnswers = 4;
  show(data);

  expect(screen.getByRole("link", { name: "Show 4 more answers" })).toHaveAttribute(
    "href",
    "/ideas/i1?order=newest&thread=c1#discussion",
  );
  expect(screen.getByRole("link", { name: "Next" })).toHaveAttribute(
    "href",
    "/ideas/i1?order=newest&after=c1#discussion",
  );
});

it("says why one may not comment, instead of offering a form", () => {
  show(discussion(comment({ mayAnswer: false }), [], { hindrance: "comments.closed" }));

  expect(screen.getByText("This discussion is closed.")).toBeInTheDocument();
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
});

it("says that one will follow the idea, unless one does already", () => {
  const { unmount } = show(discussion(comment()));
  expect(screen.getByText(/you follow this idea/)).toBeInTheDocument();
  unmount();

  show(discussion(comment(), [], { isFollowing: true }));
  expect(screen.queryByText(/you follow this idea/)).not.toBeInTheDocument();
});

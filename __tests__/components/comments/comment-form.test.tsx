import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CommentForm } from "@/components/comments/comment-form";
import { postCommentAction } from "@/lib/comments/actions";
import { render } from "../../support/render";

const push = jest.fn();
jest.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
jest.mock("@/lib/comments/actions", () => ({ postCommentAction: jest.fn(), postCommentForm: jest.fn() }));
const post = jest.mocked(postCommentAction);

const ideaId = "3f0e8c52-7a41-4d8e-9a55-0a4f5d2c9b11";
const firstKey = "7d1f3c9a-5b2e-4c6d-8f70-1e2d3c4b5a69";
const place = { ideaId, commentId: firstKey };

async function say(text: string) {
  await userEvent.type(screen.getByLabelText("Your comment"), text);
  await userEvent.click(screen.getByRole("button", { name: "Post comment" }));
}

beforeEach(() => jest.resetAllMocks());

it("posts what was typed and goes to where it now stands", async () => {
  post.mockResolvedValue({ ok: true, data: place });
  render(<CommentForm ideaId={ideaId} firstKey={firstKey} />);

  await say("Good");

  expect(post).toHaveBeenCalledWith({ ideaId, parentId: "", commentId: firstKey, body: "Good" });
  expect(push).toHaveBeenCalledWith(`/ideas/${ideaId}?comment=${firstKey}#comment-${firstKey}`);
  expect(screen.getByLabelText("Your comment")).toHaveValue("");
});

it("names the next comment anew, so that it is not taken for the same", async () => {
  post.mockResolvedValue({ ok: true, data: place });
  render(<CommentForm ideaId={ideaId} firstKey={firstKey} />);

  await say("Good");
  await say("And another thing");

  const [first, second] = post.mock.calls.map(([input]) => input.commentId);
  expect(first).toBe(firstKey);
  expect(second).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("keeps the text and the key when the server cannot be reached, so that trying again posts once", async () => {
  post.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  post.mockResolvedValueOnce({ ok: true, data: place });
  render(<CommentForm ideaId={ideaId} firstKey={firstKey} />);

  await say("Good");
  expect(screen.getByRole("alert")).toHaveTextContent("Nothing you typed is lost");
  expect(screen.getByLabelText("Your comment")).toHaveValue("Good");
  await userEvent.click(screen.getByRole("button", { name: "Post comment" }));

  expect(post.mock.calls.map(([input]) => input.commentId)).toEqual([firstKey, firstKey]);
});

it("asks for something to read, without troubling the server", async () => {
  render(<CommentForm ideaId={ideaId} firstKey={firstKey} />);

  await userEvent.click(screen.getByRole("button", { name: "Post comment" }));

  expect(screen.getByLabelText("Your comment")).toHaveAccessibleDescription(/Write something first\./);
  expect(post).not.toHaveBeenCalled();
});

it("says why an answer was refused, and keeps it", async () => {
  post.mockResolvedValue({ ok: false, reason: "comments.parentDeleted", fields: {} });
  render(<CommentForm ideaId={ideaId} firstKey={firstKey} parentId={place.commentId} />);

  await userEvent.type(screen.getByLabelText("Your answer"), "But why?");
  await userEvent.click(screen.getByRole("button", { name: "Post answer" }));

  expect(screen.getByRole("alert")).toHaveTextContent("The comment you are answering has been deleted.");
  expect(screen.getByLabelText("Your answer")).toHaveValue("But why?");
});

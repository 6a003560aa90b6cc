import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { VoteButton } from "@/components/votes/vote-button";
import type { Outcome } from "@/lib/platform/outcome";
import { castVoteAction, withdrawVoteAction } from "@/lib/votes/actions";
import type { Tally } from "@/lib/votes/schema";
import { render } from "../../support/render";

jest.mock("@/lib/votes/actions", () => ({
  castVoteAction: jest.fn(),
  withdrawVoteAction: jest.fn(),
  castVoteButton: jest.fn(),
  withdrawVoteButton: jest.fn(),
}));
const castVote = jest.mocked(castVoteAction);
const withdrawVote = jest.mocked(withdrawVoteAction);

const seven = { votes: 7, mine: false };
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

/** An answer that comes when the test says so. */
function laterAnswer() {
  let arrive: (outcome: Outcome<Tally>) => void = () => undefined;
  castVote.mockReturnValue(
    new Promise((done) => {
      arrive = done;
    }),
  );
  return (outcome: Outcome<Tally>) => arrive(outcome);
}

beforeEach(() => jest.resetAllMocks());

it("counts the vote at once, before the server has answered", async () => {
  laterAnswer();
  render(<VoteButton ideaId="i1" tally={seven} />);

  await press("Vote, 7 votes");

  expect(screen.getByRole("button", { name: "Voted, 8 votes" })).toHaveAttribute("aria-pressed", "true");
});

it("ends with the server's count, which knows of the others' votes too", async () => {
  castVote.mockResolvedValue({ ok: true, data: { votes: 12, mine: true } });
  render(<VoteButton ideaId="i1" tally={seven} />);

  await press("Vote, 7 votes");

  expect(await screen.findByRole("button", { name: "Voted, 12 votes" })).toBeInTheDocument();
  expect(castVote).toHaveBeenCalledWith({ ideaId: "i1" });
});

it("takes the vote back and says why when the server refuses", async () => {
  castVote.mockResolvedValue({ ok: false, reason: "votes.closed", fields: {} });
  render(<VoteButton ideaId="i1" tally={seven} />);

  await press("Vote, 7 votes");

  expect(await screen.findByRole("alert")).toHaveTextContent("Voting on this idea has closed.");
  expect(screen.getByRole("button", { name: "Vote, 7 votes" })).toHaveAttribute("aria-pressed", "false");
});

it("takes the vote back and says so when the server cannot be reached", async () => {
  castVote.mockRejectedValue(new TypeError("Failed to fetch"));
  render(<VoteButton ideaId="i1" tally={seven} />);

  await press("Vote, 7 votes");

  expect(await screen.findByRole("alert")).toHaveTextContent("We could not reach the server.");
  expect(screen.getByRole("button", { name: "Vote, 7 votes" })).toBeInTheDocument();
});

it("takes one's own vote back when it is pressed again", async () => {
  withdrawVote.mockResolvedValue({ ok: true, data: { votes: 0, mine: false } });
  render(<VoteButton ideaId="i1" tally={{ votes: 1, mine: true }} />);

  await press("Voted, 1 vote");

  expect(await screen.findByRole("button", { name: "Vote, 0 votes" })).toBeInTheDocument();
});

it("takes a double click for one vote", async () => {
  laterAnswer();
  render(<VoteButton ideaId="i1" tally={seven} />);

  await userEvent.dblClick(screen.getByRole("button"));

  expect(castVote).toHaveBeenCalledTimes(1);
  expect(withdrawVote).not.toHaveBeenCalled();
});

it("follows the page when that brings newer figures", async () => {
  castVote.mockResolvedValue({ ok: true, data: { votes: 8, mine: true } });
  const { rerender } = render(<VoteButton ideaId="i1" tally={seven} />);
  await press("Vote, 7 votes");

  rerender(<VoteButton ideaId="i1" tally={{ votes: 9, mine: true }} />);

  expect(screen.getByRole("button", { name: "Voted, 9 votes" })).toBeInTheDocument();
});

it("explains instead of offering a button that would be refused", () => {
  render(<VoteButton ideaId="i1" tally={seven} hindrance="votes.ownIdea" />);

  expect(screen.queryByRole("button")).not.toBeInTheDocument();
  expect(screen.getByText("7 votes")).toBeInTheDocument();
  expect(screen.getByText("This is your own idea: here your colleagues decide.")).toBeInTheDocument();
});

it("names the page to come back to, for browsers without JavaScript", () => {
  const { container } = render(<VoteButton ideaId="i1" tally={seven} next="/ideas?order=new" />);

  expect(container.querySelector("form")).toHaveFormValues({ ideaId: "i1", next: "/ideas?order=new" });
});

import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { emptyValues } from "@/components/ideas/idea-values";
import { NewIdeaForm } from "@/components/ideas/new-idea-form";
import { saveDraftAction } from "@/lib/ideas/actions";
import { castVoteAction } from "@/lib/votes/actions";
import { render } from "../../support/render";

jest.mock("@/lib/ideas/actions", () => ({ saveDraftAction: jest.fn(), saveDraftForm: jest.fn() }));
jest.mock("@/lib/votes/actions", () => ({ castVoteAction: jest.fn() }));
jest.mock("@/lib/workflow/actions", () => ({ submitIdeaAction: jest.fn(), submitIdeaForm: jest.fn() }));
const push = jest.fn();
jest.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));
jest.mock("@/components/ui/rich-text", () => ({ RichText: jest.requireActual("@/components/ui/textarea").Textarea }));

const castVote = jest.mocked(castVoteAction);
const ideaId = "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a";
const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
const pause = () => act(() => jest.advanceTimersByTimeAsync(700));

const racks = {
  ideaId: "2c2c2c2c-2c2c-4c2c-8c2c-2c2c2c2c2c2c",
  title: "Bicycle racks at the north gate",
  language: "en",
  status: "submitted",
  happened: { at: null, kind: null },
  votes: 61,
  mine: false,
  mayVote: true,
  similarity: 0.9,
  isProbablySame: true,
  shared: ["bicycle"],
};
const heating = {
  ...racks,
  ideaId: "3d3d3d3d-3d3d-4d3d-8d3d-3d3d3d3d3d3d",
  title: "Heated racks",
  status: "declined",
  happened: { at: "2026-05-04T10:00:00Z", kind: "too_costly" },
  mayVote: false,
  isProbablySame: false,
};

/** Answers in the order they are asked for, each when it is let go. */
const answers: { url: string; sent: RequestInit | undefined; give: (ideas: object[]) => void }[] = [];

function open() {
  render(
    <NewIdeaForm
      ideaId={ideaId}
      version={null}
      values={emptyValues("en")}
      choices={{ categories: [], departments: [], places: [] }}
    />,
  );
  return screen.getByLabelText("Your idea in one sentence");
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  answers.length = 0;
  jest.mocked(saveDraftAction).mockResolvedValue({ ok: true, data: { ideaId, version: 1 } });
  globalThis.fetch = jest.fn(
    (url, sent) =>
      new Promise((done) => {
        answers.push({
          url: String(url),
          sent,
          give: (ideas) => done({ ok: true, json: async () => ({ ideas }) } as Response),
        });
      }),
  ) as typeof fetch;
});
afterEach(() => jest.useRealTimers());

it("asks in a pause, and shows what became of ideas that are like the one being written", async () => {
  await user.type(open(), "Bicycle racks");
  expect(answers).toEqual([]);
  await pause();
  await act(async () => answers[0]?.give([racks, heating]));

  expect(screen.getByText("2 similar ideas")).toBeInTheDocument();
  expect(screen.getByText("in May 2026: Too costly")).toBeInTheDocument();
  expect(screen.getAllByRole("button", { name: /^Support this one instead/ })).toHaveLength(1);
});

it("sends what is being written where no address shows it", async () => {
  await user.type(open(), "Bicycle racks");
  await user.type(screen.getByLabelText(/^What would get better/), "Nobody knows yet");
  await pause();

  expect(answers.map(({ url, sent }) => [url, sent?.method])).toEqual([["/api/v1/similar", "POST"]]);
  expect(JSON.parse(String(answers[0]?.sent?.body))).toEqual({
    title: "Bicycle racks",
    body: "Nobody knows yet",
    language: "en",
  });
});

it("shows nothing of an answer that comes after something else was written", async () => {
  const title = open();
  await user.type(title, "Bicycle racks");
  await pause();
  await user.type(title, " heated");
  await pause();
  await act(async () => answers[1]?.give([heating]));
  await act(async () => answers[0]?.give([racks]));

  expect(screen.queryByText(racks.title)).toBeNull();
  expect(screen.getByText(heating.title)).toBeInTheDocument();
});

it("gives the vote to the other idea in one click, keeps the draft, and leads there", async () => {
  castVote.mockResolvedValue({ ok: true, data: { votes: 62, mine: true } });
  await user.type(open(), "Bicycle racks");
  await pause();
  await act(async () => answers[0]?.give([racks]));
  await user.click(screen.getByRole("button", { name: /^Support this one instead/ }));

  expect(castVote).toHaveBeenCalledWith({ ideaId: racks.ideaId });
  expect(saveDraftAction).toHaveBeenCalled();
  expect(push).toHaveBeenCalledWith(`/ideas/${racks.ideaId}?instead=${ideaId}`);
});

it("says why a vote was refused, and stays", async () => {
  castVote.mockResolvedValue({ ok: false, reason: "votes.closed", fields: {} });
  await user.type(open(), "Bicycle racks");
  await pause();
  await act(async () => answers[0]?.give([racks]));
  await user.click(screen.getByRole("button", { name: /^Support this one instead/ }));

  expect(await screen.findByRole("alert")).toHaveTextContent("Voting on this idea has closed.");
  expect(push).not.toHaveBeenCalled();
});

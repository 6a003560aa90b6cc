import { screen, within } from "@testing-library/react";
import { ActiveFilters } from "@/components/ideas/active-filters";
import type { CardIdea } from "@/components/ideas/idea-card";
import { IdeaList } from "@/components/ideas/idea-list";
import { listPath } from "@/components/ideas/list-path";
import { NoIdeas } from "@/components/ideas/no-ideas";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { now, render } from "../../support/render";

jest.mock("@/lib/votes/actions", () => ({}));

const t = translator("en");
const reading = { locale: "en", now, format: formatter("en", "UTC"), t } as const;
const idea: CardIdea = {
  id: "i1",
  title: "Bicycle racks",
  excerpt: "Near the north gate.",
  language: "en",
  status: "submitted",
  authorId: "p1",
  author: { id: "p1", name: "Ana Roca" },
  category: null,
  department: { id: "d1", name: "Sales" },
  place: { id: "s1", name: "Arica" },
  tags: [],
  submittedAt: new Date("2027-03-12T12:00:00Z"),
  votes: 7,
  supporters: 0,
  comments: 1,
  mine: false,
  isFollowed: false,
  supportRate: null,
  found: null,
  hindrance: null,
};

const show = (...ideas: CardIdea[]) =>
  render(<IdeaList ideas={ideas} label="Ideas" here="/ideas" place="list" order="new" {...reading} />);

it("tells what an idea says, who said it when and where, and how it stands", () => {
  show(idea);
  const card = within(screen.getByRole("article"));

  expect(card.getByRole("link", { name: "Bicycle racks" })).toHaveAttribute("href", "/ideas/i1");
  expect(card.getByRole("link", { name: "Ana Roca" })).toHaveAttribute("href", "/ideas?author=p1");
  expect(card.getByText("3 days ago")).toBeInTheDocument();
  expect(card.getByText("Sales · Arica")).toBeInTheDocument();
  expect(card.getByText("1 comment")).toBeInTheDocument();
  expect(card.getByRole("button", { name: "Vote, 7 votes" })).toBeInTheDocument();
});

it("keeps supporters from elsewhere apart from the votes", () => {
  show({ ...idea, supporters: 531 });

  expect(screen.getByText("531 earlier supporters")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Vote, 7 votes" })).toBeInTheDocument();
});

it("marks what was searched for, and shows markup as the text it is", () => {
  const title = [
    { text: "<b>Bicycle</b>", isHit: true },
    { text: " racks", isHit: false },
  ];
  show({ ...idea, found: { title, excerpt: [{ text: "Near the gate.", isHit: false }] } });

  expect(screen.getByText("<b>Bicycle</b>").tagName).toBe("MARK");
  expect(screen.getByRole("link", { name: "<b>Bicycle</b> racks" })).toBeInTheDocument();
});

it("says which language a text is in when it is not the reader's", () => {
  show({ ...idea, language: "es" });

  expect(screen.getByRole("heading", { name: "Bicycle racks" })).toHaveAttribute("lang", "es");
});

it("takes one filter off and keeps the others", () => {
  const shown = { q: "soup", state: ["accepted", "declined"], tag: "canteen", order: "supported" } as const;
  render(<ActiveFilters shown={{ ...shown, state: [...shown.state] }} names={{}} t={t} />);

  expect(screen.getByRole("link", { name: "Remove this filter: Accepted" })).toHaveAttribute(
    "href",
    "/ideas?q=soup&state=declined&tag=canteen&order=supported",
  );
  expect(screen.getByRole("link", { name: "Remove this filter: #canteen" })).toHaveAttribute(
    "href",
    "/ideas?q=soup&state=accepted&state=declined&order=supported",
  );
});

it("says nothing in the address that holds anyway", () => {
  expect(listPath({ order: "discover" })).toBe("/ideas");
  expect(listPath({ order: "new" })).toBe("/ideas?order=new");
  expect(listPath({ author: "me", order: "new" })).toBe("/ideas?author=me");
  expect(listPath({ q: "soup", order: "relevant" })).toBe("/ideas?q=soup");
  expect(listPath({ q: "soup", order: "new" })).toBe("/ideas?q=soup&order=new");
});

it("tells an empty portal from a search without answers", () => {
  const { rerender } = render(<NoIdeas shown={{ order: "new" }} t={t} />);
  expect(screen.getByRole("heading", { name: "No ideas yet" })).toBeInTheDocument();

  rerender(<NoIdeas shown={{ q: "soup", order: "relevant" }} t={t} />);
  expect(screen.getByRole("heading", { name: "Nothing found for “soup”" })).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Show all ideas" })).toHaveAttribute("href", "/ideas?order=new");
});

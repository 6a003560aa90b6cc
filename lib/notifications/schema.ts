import { z } from "zod";

/** What people choose a rhythm for: answers on their own ideas, on those they back, comments, mentions, tasks. */
export const kinds = ["own", "followed", "comment", "mention", "task"] as const;

/** One of the kinds of news. */
export type NewsKind = (typeof kinds)[number];

/** When a mail may tell of something. */
export const rhythms = ["now", "daily", "weekly", "never"] as const;

/** One of the rhythms. */
export type Rhythm = (typeof rhythms)[number];

/** How often mails come while nothing else was chosen: at once what is for one person alone, the rest once a day. */
export const defaultRhythms: Record<NewsKind, Rhythm> = {
  own: "now",
  followed: "daily",
  comment: "daily",
  mention: "now",
  task: "now",
};

/** Why somebody hears of something, the strongest first: a line of an inbox names one. */
export const reasons = [
  "author",
  "mentioned",
  "answered",
  "reminded",
  "escalated",
  "owner",
  "group",
  "voter",
  "commenter",
  "follower",
] as const;

/** One of the reasons. */
export type Reason = (typeof reasons)[number];

/** Something that happened, as whoever was told of it reads it. */
export type News = {
  id: string;
  /** The kind of event, such as `comment.posted`. */
  type: string;
  payload: Record<string, unknown>;
  kind: NewsKind;
  reason: Reason;
  at: Date;
  readAt: Date | null;
  /** Null when nobody is behind it, or nobody with an account. */
  actor: string | null;
  idea: { id: string; title: string };
  /** What was said, as Markdown: the answer's reason, the comment. Null when nothing was, or it was taken back. */
  said: string | null;
};

/** One page of somebody's inbox, newest first. */
export type Inbox = {
  news: News[];
  unread: number;
  /** What to ask for as `before` to go on; null at the end. */
  next: string | null;
};

/** Which page of the inbox. */
export const inboxPlace = z.object({
  /** The last line of the page before. */
  before: z.uuid().nullable().default(null).catch(null),
});

/** Names one line of the reader's inbox. */
export const notificationRef = z.strictObject({ notificationId: z.uuid() });

/** News in words, as a page shows them. */
export type Line = Pick<News, "id" | "kind" | "at" | "readAt" | "actor" | "idea"> & {
  /** What happened: "Accepted", "Ana Alba commented". */
  headline: string;
  /** Why the reader hears of it: "You voted for it". */
  because: string;
  /** The beginning of what was said, without marks; empty when nothing was. */
  excerpt: string;
};

import { z } from "zod";
import { orNull } from "../platform/blank";

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

/** Why somebody hears of something: a line of an inbox names one. */
export const reasons = [
  "author",
  "mentioned",
  "answered",
  "reminded",
  "escalated",
  "owner",
  "asked",
  "consulted",
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
  /** The idea that the reader's vote counts for since a merge, by title; null where no vote of theirs went along. */
  movedTo: string | null;
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
export type Line = Pick<News, "id" | "kind" | "at" | "readAt" | "actor" | "idea" | "movedTo"> & {
  /** What happened: "Accepted", "Ana Alba commented". */
  headline: string;
  /** Why the reader hears of it: "You voted for it". */
  because: string;
  /** The beginning of what was said, without marks; empty when nothing was. */
  excerpt: string;
};

/** What mails can be ended by a link in them: one kind of news, all digests, everything, or the letter; links count them. */
export const mailings = [...kinds, "digest", "all", "letter"] as const;

/** One of the things that a mail's link ends. */
export type Mailing = (typeof mailings)[number];

/** The link in a mail that ends such mails. */
export const unsubscribeLink = z.object({
  token: z.base64url().max(100),
  done: z.literal("yes").optional().catch(undefined),
});

/** Ends such mails, or all of them. */
export const unsubscribeInput = z.strictObject({ token: z.base64url().max(100), all: z.literal("yes").optional() });

const rhythm = z.enum(rhythms);

/** How often the letter comes in which those who lead read how ideas stand. */
export const letterRhythms = ["monthly", "never"] as const;

/** The time zones that one can choose from, by their IANA names. */
export const timeZones: string[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

/** How often somebody wants mails of each kind, and where their mornings are. */
export const mailChoices = z.strictObject({
  own: rhythm,
  followed: rhythm,
  comment: rhythm,
  mention: rhythm,
  task: rhythm,
  letter: z.enum(letterRhythms).optional(),
  timeZone: orNull(z.enum(timeZones)),
});

/** How often somebody wants mails of each kind, the letter where they get one; no time zone where it is the organisation's. */
export type MailChoices = z.infer<typeof mailChoices>;

/** Where somebody is told that such mails have ended. */
export const endedPath = ({ token }: { token: string }): string => `/unsubscribe?token=${token}&done=yes`;

/** Names a job that failed for good. */
export const jobRef = z.strictObject({ jobId: z.uuid() });

/** A job that failed for good, as administrators read of it. */
export type FailedJob = {
  id: string;
  queue: "react" | "reaction" | "mail";
  /** What should have followed; for a single reaction. */
  reaction: string | null;
  /** The kind of event it follows from, or `digest`. */
  about: string | null;
  ideaId: string | null;
  ideaTitle: string | null;
  /** Whom a mail was for. */
  recipient: string | null;
  failedAt: Date;
  /** When it was first to be done. */
  since: Date | null;
  tries: number;
  /** What went wrong the last time, in the words of the program that said so. */
  why: string;
};

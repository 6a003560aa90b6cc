"use server";

import { z } from "zod";
import { buttonAction, visitorButtonAction } from "../access/action";
import { chooseMails, endMails } from "./choices";
import { markAllRead, markRead } from "./commands";
import { discardJob, replayAllJobs, replayJob } from "./dead-letters";
import { endedPath, jobRef, mailChoices, notificationRef, unsubscribeInput } from "./schema";

export const markReadButton = buttonAction(notificationRef, markRead);
export const markAllReadButton = buttonAction(z.strictObject({}), markAllRead, "/inbox");
export const chooseMailsButton = buttonAction(mailChoices, chooseMails, "/settings?mails=saved#mails");
export const endMailsButton = visitorButtonAction(unsubscribeInput, endMails, endedPath);
export const replayJobButton = buttonAction(jobRef, replayJob);
export const replayAllJobsButton = buttonAction(z.strictObject({}), replayAllJobs, "/admin/jobs");
export const discardJobButton = buttonAction(jobRef, discardJob);

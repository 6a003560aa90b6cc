"use server";

import { z } from "zod";
import { buttonAction, visitorButtonAction } from "../access/action";
import { chooseMails, endMails } from "./choices";
import { markAllRead, markRead } from "./commands";
import { endedPath, mailChoices, notificationRef, unsubscribeInput } from "./schema";

export const markReadButton = buttonAction(notificationRef, markRead);
export const markAllReadButton = buttonAction(z.strictObject({}), markAllRead, "/inbox");
export const chooseMailsButton = buttonAction(mailChoices, chooseMails, "/settings?mails=saved#mails");
export const endMailsButton = visitorButtonAction(unsubscribeInput, endMails, endedPath);

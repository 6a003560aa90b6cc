"use server";

import { z } from "zod";
import { buttonAction } from "../access/action";
import { markAllRead, markRead } from "./commands";
import { notificationRef } from "./schema";

export const markReadButton = buttonAction(notificationRef, markRead);
export const markAllReadButton = buttonAction(z.strictObject({}), markAllRead, "/inbox");

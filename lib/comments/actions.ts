"use server";

import { action, formAction } from "../access/action";
import { deleteComment, editComment, postComment } from "./commands";
import { commentEdit, commentInput, commentPath, commentRef } from "./schema";

export const postCommentAction = action(commentInput, postComment);
export const postCommentForm = formAction(commentInput, postComment, commentPath);
export const editCommentAction = action(commentEdit, editComment);
export const editCommentForm = formAction(commentEdit, editComment, commentPath);
export const deleteCommentForm = formAction(commentRef, deleteComment, commentPath);

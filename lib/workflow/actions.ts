"use server";

import { action, buttonAction, formAction } from "../access/action";
import { submissionInput } from "../ideas/schema";
import { addGroup, addMember, removeGroup, removeMember, renameGroup } from "./reviewer-groups";
import { addRule, raiseRule, removeRule } from "./routing-rules";
import { groupRef, groupRenaming, membership, newGroup, newRule, ruleRef } from "./schema";
import { submitIdea } from "./submit-idea";

export const submitIdeaAction = action(submissionInput, submitIdea);
export const submitIdeaForm = formAction(submissionInput, submitIdea, ({ ideaId }) => `/ideas/${ideaId}`);

export const addRuleForm = formAction(newRule, addRule, () => "/admin/routing");
export const raiseRuleButton = buttonAction(ruleRef, raiseRule);
export const removeRuleButton = buttonAction(ruleRef, removeRule);
export const addGroupForm = formAction(newGroup, addGroup, () => "/admin/routing");
export const renameGroupForm = formAction(groupRenaming, renameGroup, () => "/admin/routing");
export const removeGroupForm = formAction(groupRef, removeGroup, () => "/admin/routing");
export const addMemberForm = formAction(membership, addMember, () => "/admin/routing");
export const removeMemberButton = buttonAction(membership, removeMember);

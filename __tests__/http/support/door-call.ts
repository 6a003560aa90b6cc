import { randomUUID } from "node:crypto";
import { calling } from "./actions";
import { database } from "./callers";
import { member } from "./world";

/** What came of an attempt to get through a door. */
export type Outcome =
  | "through"
  | "sign in first"
  | "forbidden"
  | "not there"
  | "not now"
  | "led elsewhere"
  | "silence"
  | string;

const text = "Said in all length, so that it is enough";

/** An idea that this one could become part of: each has one of its own, so that no attempt is in another's way. */
const staying = (id: string) => `7374${id.slice(4)}`;

function pairWith(id: string) {
  const [oneId = "", otherId = ""] = [id, staying(id)].sort();
  return { oneId, otherId };
}

/** Valid input for every door that wants some, so that only permission can be what refuses it. */
const inputs: Record<string, (id: string) => Record<string, string | number | object[]>> = {
  "PATCH /api/v1/ideas/[ideaId]": () => ({ version: 1, title: text }),
  "POST /api/v1/ideas/[ideaId]/comments": () => ({ body: text }),
  "POST /api/v1/ideas/[ideaId]/moves": () => ({ version: 1, to: "in_review" }),
  "PUT /api/v1/ideas/[ideaId]/owner": () => ({ version: 1 }),
  "POST /api/v1/ideas/[ideaId]/answers": () => ({ version: 1, reason: text }),
  "PUT /api/v1/ideas/[ideaId]/pause": () => ({ version: 1 }),
  "DELETE /api/v1/ideas/[ideaId]/pause": () => ({ version: 1 }),
  "PUT /api/v1/ideas/[ideaId]/progress": () => ({ version: 1, progress: 40 }),
  "POST /api/v1/ideas/[ideaId]/merge": (id) => ({ version: 1, survivorId: staying(id) }),
  "DELETE /api/v1/ideas/[ideaId]/merge": () => ({ version: 1 }),
  "PUT /api/v1/comparisons/[pairId]": () => ({ answer: "left" }),
  "POST /api/v1/comparisons/pairs": () => ({}),
  answerPair: (pairId) => ({ pairId, answer: "left", categoryId: "" }),
  "PUT /api/v1/ideas/[ideaId]/scorecard": () => ({ version: 1, marks: [] }),
  // Nobody has that idea: it is not told who was shown what.
  "POST /impressions": () => ({
    sightings: [{ ideaId: randomUUID(), place: "list", position: 1, ago: 1 }],
  }),
  "POST /api/v1/ideas": () => ({ title: `${text} ${randomUUID()}`, body: "", language: "en" }),
  editIdea: (ideaId) => ({ ideaId, version: "1", title: text, body: "" }),
  submitIdea: (ideaId) => ({ ideaId, title: `${text} ${randomUUID()}`, body: "", language: "en", tags: "" }),
  saveDraft: (ideaId) => ({ ideaId, title: text, body: "", language: "en", tags: "" }),
  postComment: (ideaId) => ({ ideaId, body: text }),
  editComment: (commentId) => ({ commentId, body: text }),
  deleteComment: (commentId) => ({ commentId }),
  changePerson: (personId) => ({ personId, name: "Renamed", employee: "on", departmentId: "", placeId: "" }),
  suspendPerson: (personId) => ({ personId }),
  reactivatePerson: (personId) => ({ personId }),
  revokeToken: (tokenId) => ({ tokenId }),
  endSession: (session) => ({ session }),
  markRead: (notificationId) => ({ notificationId }),
  markAllRead: () => ({}),
  noteVisit: () => ({}),
  replayJob: (jobId) => ({ jobId }),
  replayAllJobs: () => ({}),
  discardJob: (jobId) => ({ jobId }),
  chooseMails: () => ({ own: "now", followed: "daily", comment: "never", mention: "now", task: "now", timeZone: "" }),
  renameUnit: (id) => ({ kind: "category", id, name: `Renamed ${randomUUID()}` }),
  createToken: () => ({ name: "mine", use: "read", days: "7" }),
  endAllSessions: () => ({}),
  addPerson: () => ({
    name: "New",
    email: `${randomUUID()}@matrix.example`,
    employee: "on",
    departmentId: "",
    placeId: "",
  }),
  scoreIdea: (ideaId) => ({ ideaId, version: "1" }),
  changeScorecard: () => ({ reviewers: "3", noteFrom: "2" }),
  addCriterion: () => ({ part: "value", weight: "0", name_en: `Matrix ${randomUUID()}` }),
  changeCriterion: (criterionId) => ({ criterionId, weight: "1", name_en: `Matrix ${randomUUID()}` }),
  retireCriterion: (criterionId) => ({ criterionId }),
  beginTour: () => ({}),
  declineTour: () => ({}),
  addLevel: () => ({ name: `New ${randomUUID()}` }),
  renameLevel: (levelId) => ({ levelId, name: `Renamed ${randomUUID()}` }),
  raiseLevel: (levelId) => ({ levelId }),
  removeLevel: (levelId) => ({ levelId }),
  changeTargets: () => ({ participation: "30" }),
  addGoal: () => ({ name_en: `Matrix ${randomUUID()}` }),
  changeGoal: (goalId) => ({ goalId, name_en: `Matrix ${randomUUID()}` }),
  raiseGoal: (goalId) => ({ goalId }),
  retireGoal: (goalId) => ({ goalId }),
  changeBalance: () => ({ usual: "60", moderate: "30", radical: "10" }),
  alignIdea: (ideaId) => ({ ideaId, ambition: "radical" }),
  "PUT /api/v1/ideas/[ideaId]/goals": () => ({ goalIds: [], ambition: "moderate" }),
  wordState: () => ({ status: "archived", en: "", es: "", pt: "", tone: "neutral" }),
  addUnit: () => ({ kind: "category", name: `New ${randomUUID()}`, parentId: "" }),
  changeCalendar: () => ({
    monday: "on",
    tuesday: "on",
    wednesday: "on",
    thursday: "on",
    friday: "on",
    timeZone: "Europe/Madrid",
    answerDays: "3",
    decisionDays: "15",
    escalatesTo: "administrator",
  }),
  beginDelivery: (ideaId) => ({
    ...{ deliveryId: randomUUID(), ideaId, title: "Matrix", ownerId: member },
    ...{ startsOn: "2026-01-01", dueOn: "2026-12-31" },
  }),
  changeDelivery: (deliveryId) => ({
    ...{ deliveryId, version: "1", title: "Matrix", ownerId: member },
    ...{ startsOn: "2026-01-01", dueOn: "2026-12-31" },
  }),
  addIdea: (deliveryId) => ({ deliveryId, idea: staying(deliveryId) }),
  removeIdea: (deliveryId) => ({ deliveryId, ideaId: deliveryId }),
  addMilestone: (deliveryId) => ({ deliveryId, milestoneId: randomUUID(), name: "Matrix", dueOn: "2026-06-01" }),
  markMilestone: (milestoneId) => ({ milestoneId, isDone: "yes" }),
  removeMilestone: (milestoneId) => ({ milestoneId }),
  reportDelivery: (deliveryId) => ({ deliveryId, updateId: randomUUID(), progress: "40" }),
  endDelivery: (deliveryId) => ({ deliveryId, version: "1", how: "fully" }),
  reopenDelivery: (deliveryId) => ({ deliveryId, version: "1", progress: "40", body: text }),
  stateForecast: (deliveryId) => ({ deliveryId, year: "2031", kind: "saved", amount: "10", currency: "EUR" }),
  stateOutcome: (deliveryId) => ({
    deliveryId,
    year: "2021",
    kind: "saved",
    amount: "10",
    currency: "EUR",
    evidence: text,
  }),
  confirmOutcome: (outcomeId) => ({ outcomeId, version: "1" }),
  removeForecast: (forecastId) => ({ forecastId }),
  removeOutcome: (outcomeId) => ({ outcomeId }),
  stateRate: () => ({ currency: "XPF", year: "2150", rate: "0.5", source: "Matrix" }),
  removeRate: (rateId) => ({ rateId }),
  chooseCurrency: () => ({ currency: "EUR" }),
  "PUT /api/v1/deliveries/[deliveryId]/progress": () => ({ progress: 40 }),
  "PUT /api/v1/deliveries/[deliveryId]/outcomes": () => ({
    ...{ year: 2021, kind: "saved", amount: "10", currency: "EUR", evidence: text },
  }),
  moveCard: (ideaId) => ({ ideaId, version: 1, to: "in_review" }),
  decide: (ideaId) => ({ ideaId, version: "1", to: "in_review" }),
  reply: (ideaId) => ({ ideaId, version: "1", reason: text }),
  askAuthor: (ideaId) => ({ ideaId, version: "1", reason: text }),
  assignIdea: (ideaId) => ({ ideaId, version: "1" }),
  reportProgress: (ideaId) => ({ ideaId, version: "1", progress: "40" }),
  mergeIdea: (ideaId) => ({ ideaId, version: "1", survivorId: staying(ideaId) }),
  unmergeIdea: (ideaId) => ({ ideaId, version: "1" }),
  askToMerge: (ideaId) => ({ ideaId, survivorId: staying(ideaId) }),
  answerWish: (ideaId) => ({ ideaId, survivorId: staying(ideaId), answer: "no" }),
  mergePair: (id) => ({ ...pairWith(id), oneVersion: "1", otherVersion: "1", survivorId: staying(id) }),
  partPair: (id) => pairWith(id),
  postponePair: (id) => pairWith(id),
  "POST /api/v1/similar": () => ({ title: "Racks for bicycles" }),
  resumeReview: (ideaId) => ({ ideaId, version: "1" }),
  postNote: (ideaId) => ({ ideaId, noteId: randomUUID(), body: text }),
  publishAnswers: () => ({}),
  moveTogether: () => ({ to: "in_review", [`idea ${randomUUID()}`]: "1" }),
  // Not the text that is answered with: a template sent as it is, is refused.
  keepTemplate: () => ({ language: "en", name: `Begins ${randomUUID()}`, body: "Thank you for [[this]]." }),
  discardTemplate: (templateId) => ({ templateId }),
  addHoliday: () => ({ day: "2089-12-25", name: "Matrix" }),
  addHolidays: () => ({ lines: "2089-12-26 Matrix\n2089-12-27 Matrix" }),
  addRule: (categoryId) => ({ categoryId, departmentId: "", placeId: "", to: `person:${member}` }),
  raiseRule: (ruleId) => ({ ruleId }),
  removeRule: (ruleId) => ({ ruleId }),
  addGroup: () => ({ name: `New ${randomUUID()}` }),
  renameGroup: (groupId) => ({ groupId, name: `Renamed ${randomUUID()}` }),
  removeGroup: (groupId) => ({ groupId }),
  addMember: (groupId) => ({ groupId, personId: member }),
  removeMember: (groupId) => ({ groupId, personId: member }),
  removeHoliday: (holidayId) => ({ holidayId }),
};

/** The request that asks a door about a thing, as a browser or a program sends it. */
export function requestFor(door: string, id: string): { path: string; init: RequestInit } {
  const [method = "", address = ""] = door.split(" ");
  if (method === "action") {
    const name = address.replace(/(Action|Form|Button)$/, "");
    const { headers, body } = calling(address, (inputs[name]?.(id) ?? { ideaId: id }) as Record<string, string>);
    return { path: "/settings", init: { method: "POST", headers, body } };
  }
  const path = address.replace("[group]", "pipeline").replace(/\[\w+\]/, id);
  if (method === "page") return { path, init: { method: "GET" } };
  const input = inputs[door]?.(id);
  if (input && method === "GET")
    return { path: `${path}?${new URLSearchParams(input as Record<string, string>)}`, init: { method } };
  const body = input ? { headers: { "content-type": "application/json" }, body: JSON.stringify(input) } : {};
  return { path, init: { method, ...body } };
}

const refusals: Record<string, Outcome> = {
  "access.signInFirst": "sign in first",
  "access.forbidden": "forbidden",
  "validation.notFound": "not there",
};
const statuses: Record<number, Outcome> = { 401: "sign in first", 403: "forbidden", 404: "not there", 409: "not now" };

/** Those that are answered as if they had done it where there was nothing left to do. */
const forgiving = ["action discardDraftButton", "action discardTemplateButton", "action deleteCommentForm"];

function outcomeOfAction(answer: Response, body: string): Outcome {
  if (answer.status === 303 || answer.headers.has("x-action-redirect")) return "through";
  if (answer.status !== 200) return `status ${answer.status}`;
  const said = /^1:(.*)$/m.exec(body)?.[1] ?? "";
  if (said === '"$undefined"') return "silence";
  if (/"ok":true|"data":/.test(said)) return "through";
  const reason = /"reason":"([\w.]+)"/.exec(said)?.[1];
  if (!reason) return `said ${said.slice(0, 80)}`;
  return refusals[reason] ?? (reason.startsWith("validation.") ? reason : "not now");
}

/** What an answer means. */
export function outcomeOf(door: string, answer: Response, body: string): Outcome {
  if (door.startsWith("action ")) {
    const outcome = outcomeOfAction(answer, body);
    // What is remembered in the browser alone: Next says of an action whether it changed a cookie.
    if (door === "action declineTourButton" && answer.headers.get("x-action-revalidated") === "1") return "through";
    return outcome === "through" && forgiving.includes(door) ? "silence" : outcome;
  }
  const { status } = answer;
  const to = answer.headers.get("location") ?? "";
  if (door.startsWith("page ") && status >= 300 && status < 400) {
    if (to.startsWith("/sign-in")) return "sign in first";
    const isShortcut = ["page /comments/[commentId]", "page /inbox/[notificationId]"].includes(door);
    return isShortcut && to.startsWith("/ideas/") ? "through" : "led elsewhere";
  }
  return status >= 200 && status < 300 ? "through" : (statuses[status] ?? `status ${status}`);
}

/** For doors that do not tell: whether what was pressed has happened. */
const happened: Record<string, [statement: string, before?: string]> = {
  answerPairButton: ["select exists (select from comparison where id = $1 and answer is not null) as yes"],
  deleteCommentForm: ["select exists (select from comment where id = $1 and deleted_at is not null) as yes"],
  discardDraftButton: ["select not exists (select from idea where id = $1) as yes"],
  withdrawIdeaButton: ["select not exists (select from idea where id = $1 and status <> 'withdrawn') as yes"],
  followIdeaButton: ["select exists (select from follow where idea_id = $1 and person_id = $2) as yes"],
  unfollowIdeaButton: [
    "select not exists (select from follow where idea_id = $1 and person_id = $2) as yes",
    "insert into follow (idea_id, person_id) select id, $2 from idea where id = $1",
  ],
  revokeTokenButton: ["select exists (select from api_token where id = $1 and revoked_at is not null) as yes"],
  replayJobButton: ["select not exists (select from pgboss.job where id = $1) as yes"],
  discardJobButton: ["select not exists (select from pgboss.job where id = $1) as yes"],
  markReadButton: ["select exists (select from notification where id = $1 and read_at is not null) as yes"],
  removeIdeaButton: ["select not exists (select from delivery_idea where delivery_id = $1 and idea_id = $1) as yes"],
  markMilestoneButton: ["select exists (select from milestone where id = $1 and done_on is not null) as yes"],
  removeMilestoneButton: ["select not exists (select from milestone where id = $1) as yes"],
  confirmOutcomeButton: ["select exists (select from outcome where id = $1 and confirmed_at is not null) as yes"],
  removeForecastButton: ["select not exists (select from forecast where id = $1) as yes"],
  removeOutcomeButton: ["select not exists (select from outcome where id = $1) as yes"],
  removeRateButton: ["select not exists (select from exchange_rate where id = $1) as yes"],
  raiseRuleButton: ["select exists (select from event where type = 'rule.raised' and subject_id = $1) as yes"],
  removeRuleButton: ["select not exists (select from routing_rule where id = $1) as yes"],
  removeMemberButton: ["select not exists (select from reviewer_group_member where group_id = $1) as yes"],
  removeHolidayButton: ["select not exists (select from holiday where id = $1) as yes"],
  discardTemplateButton: ["select not exists (select from answer_template where id = $1) as yes"],
  discardAnswerButton: [
    "select not exists (select from drafted_answer where idea_id = $1) and exists (select from idea where id = $1) as yes",
    `insert into drafted_answer (idea_id, reason, version, drafted_by_id)
     select id, 'An answer that waits', 1, $2 from idea where id = $1 and status <> 'draft'`,
  ],
  endSessionButton: ["select not exists (select from session where token_hash = $1) as yes"],
  closeEvaluationButton: ["select not exists (select from evaluation where idea_id = $1 and closed_at is null) as yes"],
  retireCriterionButton: ["select exists (select from criterion where id = $1 and retired_at is not null) as yes"],
  raiseLevelButton: ["select exists (select from event where type = 'level.raised' and subject_id = $1) as yes"],
  raiseGoalButton: ["select exists (select from event where type = 'goal.raised' and subject_id = $1) as yes"],
  retireGoalButton: [
    "select exists (select from event where type = 'goal.retired' and subject_id = $1) as yes",
    `update goal set retired_at = null
      where id = $1 and exists (select from person_role where person_id = $2 and role = 'administrator')`,
  ],
  reactivatePersonButton: [
    "select exists (select from person where id = $1 and status = 'active') as yes",
    "update person set status = 'suspended' where id = $1",
  ],
};

const values = (statement: string, all: string[]) => all.slice(0, statement.includes("$2") ? 2 : 1);

/** Whoever asks is to mark the idea, unless they wrote it; of one that was withdrawn nobody wants marks any more. */
const ASSESSED = [
  `with general as (select id from scorecard where is_general),
        begun as (
          insert into evaluation (idea_id, scorecard_id, hides_author, note_from)
          select i.id, g.id, false, 0
            from idea i, general g
           where i.id = $1 and i.author_id <> $2 and i.status <> 'draft'
          returning id)
   insert into assessment (evaluation_id, reviewer_id, distance) select id, $2, 'other' from begun`,
  `update evaluation e set closed_at = now() from idea i where i.id = e.idea_id and i.id = $1 and i.status = 'withdrawn'`,
];

/** That idea is there; asked about is one of somebody else's that still waits for a decision. Neither is compared anew. */
const THAT_ONE = "('7374' || substr($1::text, 5))::uuid";
const STAYS = [
  `insert into idea (id, title, language, status, submitted_at)
   values (${THAT_ONE}, 'The idea that stays', 'en', 'submitted', now())
       on conflict do nothing`,
  `delete from compare_due where idea_id in ($1::uuid, ${THAT_ONE})`,
];
const MERGED = [
  ...STAYS,
  `insert into merge (duplicate_id, survivor_id) select id, ${THAT_ONE} from idea where id = $1::uuid and status = 'submitted'`,
  "update idea set status = 'merged' where id = $1 and status = 'submitted'",
  "update review r set version = 1 from merge m where m.duplicate_id = r.idea_id and r.idea_id = $1",
];

/** Its author asks for it to become part of that one; the two are alike. */
const WISHED = [
  ...STAYS,
  `insert into merge_wish (duplicate_id, survivor_id, asked_by_id)
   select id, ${THAT_ONE}, author_id from idea where id = $1::uuid and status = 'submitted'`,
];
const PAIRED = [
  ...STAYS,
  `insert into likely_duplicate (one_id, other_id, score, is_probably_same, shared)
   select least(id, ${THAT_ONE}), greatest(id, ${THAT_ONE}), 0.8, true, '{}'
     from idea where id = $1::uuid and status = 'submitted'`,
];

/** A reviewer has said yes to it. */
const ACCEPTED = [
  "update idea set status = 'accepted' where id = $1 and status = 'submitted'",
  "update review set owner_id = (select id from person where email = 'member@matrix.example') where idea_id = $1",
];

/** A delivery that has ended, with what it brought about. */
const DONE = [
  `update review set owner_id = (select id from person where email = 'member@matrix.example')
    where idea_id in (select idea_id from delivery_idea where delivery_id = $1)`,
  `update idea set status = 'implemented'
    where status = 'in_progress' and id in (select idea_id from delivery_idea where delivery_id = $1)`,
  `update delivery set state = 'done', progress = 100, ended_at = (select ended_at from review where idea_id = $1)
    where id = $1 and state = 'open'`,
];

/** What has to have happened before a door can be gone through at all. */
const befores: Record<string, string[]> = {
  "DELETE /api/v1/ideas/[ideaId]/pause": [
    "update review r set waiting_since = now() from idea i where r.idea_id = $1 and i.id = r.idea_id and i.status = 'submitted'",
  ],
  "POST /api/v1/ideas/[ideaId]/merge": STAYS,
  "DELETE /api/v1/ideas/[ideaId]/merge": MERGED,
  "page /ideas/[ideaId]/delivery": ACCEPTED,
  "action beginDeliveryForm": ACCEPTED,
  "action reopenDeliveryForm": DONE,
  "action addIdeaForm": [...STAYS, `update idea set status = 'implemented' where id = ${THAT_ONE}`],
  "action mergeIdeaForm": STAYS,
  "action unmergeIdeaForm": MERGED,
  // So that nobody has asked too often today, however often all of this is tried.
  "action askToMergeForm": [
    ...STAYS,
    // In one order, since several are prepared for one author at once.
    `with asked as (
       select duplicate_id from merge_wish
        where asked_by_id = (select author_id from idea where id = $1) order by duplicate_id for update)
     update merge_wish w set asked_at = w.asked_at - interval '2 days' from asked a where a.duplicate_id = w.duplicate_id`,
  ],
  "action retractWishButton": WISHED,
  "action answerWishForm": WISHED,
  "action mergePairForm": PAIRED,
  "action partPairButton": PAIRED,
  "action postponePairButton": PAIRED,
  "GET /api/v1/ideas/[ideaId]/scorecard": ASSESSED,
  "PUT /api/v1/ideas/[ideaId]/scorecard": ASSESSED,
  "action resumeReviewForm": [
    "update review r set waiting_since = now() from idea i where r.idea_id = $1 and i.id = r.idea_id and i.status = 'submitted'",
  ],
  "action reportProgressForm": [
    "update idea set status = 'in_progress' where id = $1 and status = 'submitted'",
    "update review set version = 1 where idea_id = $1",
  ],
  "PUT /api/v1/ideas/[ideaId]/progress": [
    "update idea set status = 'in_progress' where id = $1 and status = 'submitted'",
    "update review set version = 1 where idea_id = $1",
  ],
};

/** Brings about what a door needs, or what a button is there to undo. */
export async function prepare(door: string, id: string, asking: string): Promise<void> {
  const undone = happened[door.replace("action ", "")]?.[1];
  for (const before of befores[door] ?? (undone ? [undone] : []))
    await database.query(before, values(before, [id, asking]));
}

/** Whether a door that says nothing did what it is for. */
export async function didIt(door: string, id: string, asking: string): Promise<boolean> {
  const [after] = happened[door.replace("action ", "")] ?? [];
  return after ? (await database.query(after, values(after, [id, asking]))).rows[0].yes : false;
}

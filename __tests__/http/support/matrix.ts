/** What a door can be asked about; each request gets one of its own. */
export const objects = {
  ideas: ["own", "other's", "own draft", "other's draft", "own withdrawn", "other's withdrawn", "nothing"],
  comments: ["own", "other's", "own deleted", "other's deleted", "nothing"],
  people: ["somebody", "nothing"],
  tokens: ["own", "other's", "nothing"],
  sessions: ["own", "other's", "nothing"],
  units: ["a unit", "nothing"],
  templates: ["a template", "nothing"],
  pairs: ["own", "other's", "nothing"],
  news: ["own", "other's", "nothing"],
  evaluations: ["asked", "not asked", "own", "nothing"],
  criteria: ["a criterion", "nothing"],
  goals: ["a goal", "nothing"],
  levels: ["a level", "nothing"],
  jobs: ["a failed one", "nothing"],
  holidays: ["a holiday", "nothing"],
  rules: ["a rule", "nothing"],
  groups: ["a group", "nothing"],
  deliveries: ["own", "other's", "nothing"],
  rates: ["a rate", "nothing"],
  none: ["–"],
} as const;

/** A kind of things. */
export type Kind = keyof typeof objects;

/** Everybody who is signed in holds exactly one of these. */
export const roles = [
  "no role",
  "employee",
  "reviewer",
  "executive",
  "communicator",
  "moderator",
  "administrator",
] as const;

/**
 * Who gets through which door to what: the product's promise, written by hand. Whoever is not named is refused: signed in
 * by 403, 404, or 409 where the thing's state forbids it to everybody; not signed in by being sent to sign in. What one
 * may not know of is not there. Programs may what their owner may, in the API, as far as the token goes.
 */
const promised: Record<Kind, string> = {
  ideas: `
                                         own       other's    own draft  other's draft  own withdrawn  other's withdrawn  nothing
    page /ideas/[ideaId]                 all       all        all        –              all            all                –
    page /ideas/[ideaId]/edit            all       moderator  –          –              –              –                  –
    page /ideas/[ideaId]/delivery        –         reviewer   –          –              –              –                  –
    action beginDeliveryForm             –         reviewer   –          –              –              –                  –
    page /ideas/[ideaId]/history         all       all        all        –              all            all                –
    page /ideas/[ideaId]/merge           employee   –          –          –          –          –          –
    GET /api/v1/ideas/[ideaId]           all       all        all        –              all            all                –
    PATCH /api/v1/ideas/[ideaId]         all       moderator  –          –              –              –                  –
    PUT /api/v1/ideas/[ideaId]/vote      –         employee   –          –              –              –                  –
    DELETE /api/v1/ideas/[ideaId]/vote   –         employee   –          –              –              –                  –
    GET /api/v1/ideas/[ideaId]/comments  all       all        all        –              all            all                –
    GET /api/v1/ideas/[ideaId]/similar   all       all        all        –              all            all                –
    POST /api/v1/ideas/[ideaId]/comments employee  employee   –          –              –              –                  –
    POST /api/v1/ideas/[ideaId]/moves    –         reviewer   –          –              –              –                  –
    PUT /api/v1/ideas/[ideaId]/owner     –         reviewer   –          –              –              –                  –
    POST /api/v1/ideas/[ideaId]/answers  –         reviewer   –          –              –              –                  –
    PUT /api/v1/ideas/[ideaId]/pause     –         reviewer   –          –              –              –                  –
    DELETE /api/v1/ideas/[ideaId]/pause  –         reviewer   –          –              –              –                  –
    PUT /api/v1/ideas/[ideaId]/progress  –         reviewer   –          –              –              –                  –
    POST /api/v1/ideas/[ideaId]/merge    –         reviewer   –          –              –              –                  –
    DELETE /api/v1/ideas/[ideaId]/merge  –         reviewer   –          –              –              –                  –
    PUT /api/v1/ideas/[ideaId]/evaluation  –         reviewer   –          –              –              –                  –
    DELETE /api/v1/ideas/[ideaId]/evaluation  –         reviewer   –          –              –              reviewer           –
    GET /api/v1/ideas/[ideaId]/scorecard –         reviewer   –          –              –              reviewer           –
    PUT /api/v1/ideas/[ideaId]/scorecard –         reviewer   –          –              –              –                  –
    GET /api/v1/ideas/[ideaId]/goals     reviewer, executive, administrator  reviewer, executive, administrator  –  –  reviewer, executive, administrator  reviewer, executive, administrator  –
    PUT /api/v1/ideas/[ideaId]/goals     –         reviewer   –          –              –              reviewer           –
    action alignIdeaForm                 –         reviewer   –          –              –              reviewer           –
    page /review/[ideaId]                reviewer, executive, administrator  reviewer, executive, administrator  –  –  reviewer, executive, administrator  reviewer, executive, administrator  –
    action moveCardAction                –         reviewer   –          –              –              –                  –
    action decideForm                    –         reviewer   –          –              –              –                  –
    action replyForm                     –         reviewer   –          –              –              –                  –
    action askAuthorForm                 –         reviewer   –          –              –              –                  –
    action assignIdeaForm                –         reviewer   –          –              –              –                  –
    action reportProgressForm            –         reviewer   –          –              –              –                  –
    action resumeReviewForm              –         reviewer   –          –              –              –                  –
    action mergeIdeaForm                 –          reviewer   –          –          –          –          –
    action unmergeIdeaForm               –          reviewer   –          –          –          –          –
    action mergePairForm                 –          reviewer   –          –          –          –          –
    action partPairButton                –          reviewer   –          –          –          –          –
    action postponePairButton            –          reviewer   –          –          –          –          –
    action answerWishForm                –          reviewer   –          –          –          –          –
    action askToMergeForm                employee   –          –          –          –          –          –
    action retractWishButton             employee   –          employee   –          employee   –          –
    action postNoteForm                  –         reviewer, executive, administrator  –  –  –  reviewer, executive, administrator  –
    action discardAnswerButton           –         reviewer   –          –              –              reviewer           –
    action editIdeaAction                all       moderator  –          –              –              –                  –
    action editIdeaForm                  all       moderator  –          –              –              –                  –
    action withdrawIdeaButton            all       –          all        –              –              –                  –
    action followIdeaButton              all       all        all        –              all            all                –
    action unfollowIdeaButton            all       all        all        –              all            all                –
    action castVoteAction                –         employee   –          –              –              –                  –
    action castVoteButton                –         employee   –          –              –              –                  –
    action withdrawVoteAction            –         employee   –          –              –              –                  –
    action withdrawVoteButton            –         employee   –          –              –              –                  –
    action postCommentAction             employee  employee   –          –              –              –                  –
    action postCommentForm               employee  employee   –          –              –              –                  –
    action submitIdeaAction              –         –          employee   –              –              –                  employee
    action submitIdeaForm                –         –          employee   –              –              –                  employee
    action saveDraftAction               –         –          employee   –              –              –                  employee
    action saveDraftForm                 –         –          employee   –              –              –                  employee
    action discardDraftButton            –         –          all        –              –              –                  –
    action beginEvaluationForm           –         reviewer   –          –              –              –                  –`,
  comments: `
                                         own       other's    own deleted  other's deleted  nothing
    page /comments/[commentId]           all       all        all          all              –
    action editCommentAction             all       –          –            –                –
    action editCommentForm               all       –          –            –                –
    action deleteCommentForm             all       moderator  –            –                –`,
  people: `
                                         somebody       nothing
    page /admin/people/[personId]        administrator  –
    action changePersonForm              administrator  –
    action suspendPersonForm             administrator  –
    action reactivatePersonButton        administrator  –`,
  tokens: `
                                         own       other's    nothing
    action revokeTokenButton             all       –          –`,
  sessions: `
                                         own       other's    nothing
    action endSessionButton              all       –          –`,
  templates: `
                                         a template     nothing
    action discardTemplateButton         reviewer, administrator  –`,
  units: `
                                         a unit         nothing
    action renameUnitForm                administrator  –
    action addRuleForm                   administrator  –`,
  pairs: `
                                         own       other's    nothing
    PUT /api/v1/comparisons/[pairId]     employee  –          –
    action answerPairAction              employee  –          –
    action answerPairButton              employee  –          –`,
  news: `
                                         own       other's    nothing
    page /inbox/[notificationId]         all       –          –
    action markReadButton                all       –          –`,
  evaluations: `
                                         asked     not asked  own  nothing
    page /review/[ideaId]/evaluation     reviewer, executive, administrator  reviewer, executive, administrator  –  –
    page /review/[ideaId]/scorecard      reviewer  –          –    –
    action closeEvaluationButton         –         reviewer   –    –
    action scoreIdeaForm                 reviewer  –          –    –`,
  criteria: `
                                         a criterion    nothing
    action changeCriterionForm           administrator  –
    action retireCriterionButton         administrator  –`,
  goals: `
                                         a goal         nothing
    action changeGoalForm                administrator  –
    action raiseGoalButton               administrator  –
    action retireGoalButton              administrator  –`,
  levels: `
                                         a level        nothing
    action renameLevelForm               administrator  –
    action raiseLevelButton              administrator  –
    action removeLevelForm               administrator  –`,
  holidays: `
                                         a holiday      nothing
    action removeHolidayButton           administrator  –`,
  rules: `
                                         a rule         nothing
    action raiseRuleButton               administrator  –
    action removeRuleButton              administrator  –`,
  groups: `
                                         a group        nothing
    action renameGroupForm               administrator  –
    action removeGroupForm               administrator  –
    action addMemberForm                 administrator  –
    action removeMemberButton            administrator  –`,
  deliveries: `
                                         own       other's    nothing
    page /deliveries/[deliveryId]        all       all        –
    GET /api/v1/deliveries/[deliveryId]  all       all        –
    PUT /api/v1/deliveries/[deliveryId]/progress  all  reviewer  –
    PUT /api/v1/deliveries/[deliveryId]/outcomes  all  reviewer  –
    action changeDeliveryForm            all       reviewer   –
    action addIdeaForm                   reviewer  reviewer   –
    action removeIdeaButton              all       reviewer   –
    action addMilestoneForm              all       reviewer   –
    action markMilestoneButton           all       reviewer   –
    action removeMilestoneButton         all       reviewer   –
    action reportDeliveryForm            all       reviewer   –
    action endDeliveryForm               reviewer  reviewer   –
    action reopenDeliveryForm            reviewer  reviewer   –
    action stateForecastForm             all       reviewer   –
    action stateOutcomeForm              all       reviewer   –
    action confirmOutcomeButton          –         reviewer, executive, administrator  –
    action removeForecastButton          all       reviewer   –
    action removeOutcomeButton           all       reviewer   –`,
  rates: `
                                         a rate         nothing
    action removeRateButton              administrator  –`,
  jobs: `
                                         a failed one   nothing
    action replayJobButton               administrator  –
    action discardJobButton              administrator  –`,
  none: `
                                         –
    page /                               all
    page /inbox                          all
    POST /impressions                    all
    action markAllReadButton             all
    action chooseMailsButton             all
    page /admin/jobs                     administrator
    action replayAllJobsButton           administrator
    page /ideas                          all
    page /ideas/new                      employee
    page /drafts                         employee
    page /compare                        employee
    page /review/templates               reviewer, executive, administrator
    page /review/board                   reviewer, executive, administrator
    page /review/duplicates              reviewer
    page /review/drafts                  reviewer, executive, administrator
    action publishAnswersForm            reviewer, executive, administrator
    action moveTogetherForm              reviewer, executive, administrator
    action keepTemplateForm              reviewer, administrator
    page /review                         reviewer, executive, administrator
    page /settings                       all
    page /admin/people                   administrator
    page /admin/people/new               administrator
    page /admin/organisation             administrator
    page /admin/scorecards               administrator
    page /deliveries                     all
    GET /api/v1/deliveries               all
    page /admin/rates                    administrator
    action stateRateForm                 administrator
    action chooseCurrencyForm            administrator
    page /insights/impact                executive, administrator
    page /insights/pipeline              executive, administrator
    page /insights/participation         executive, administrator
    page /insights                       executive, administrator
    page /insights/ideas                 executive, administrator
    action noteVisitAction               executive, administrator
    page /insights/tour                  executive, administrator
    action beginTourButton               executive, administrator
    action declineTourButton             executive, administrator
    page /insights/glossary              executive, administrator
    page /insights/portfolio             executive, administrator
    page /insights/export                executive, administrator
    GET /insights/export/file            executive, administrator
    page /admin/goals                    administrator
    GET /api/v1/goals                    all
    GET /api/v1/insights/feed.csv        executive, administrator
    GET /api/v1/insights/[group]         executive, administrator
    action addGoalForm                   administrator
    action addLevelForm                  administrator
    action changeTargetsForm             administrator
    action changeBalanceForm             administrator
    page /review/evaluations             reviewer, executive, administrator
    page /review/results                 reviewer, executive, administrator
    page /review/results/distance        reviewer, executive, administrator
    action changeScorecardForm           administrator
    action addCriterionForm              administrator
    page /admin/states                   administrator
    page /admin/audit                    administrator
    GET /admin/audit.csv                 administrator
    page /admin/calendar                 administrator
    page /admin/routing                  administrator
    GET /api/v1/ideas                    all
    POST /api/v1/similar                 all
    GET /api/v1/queue                    reviewer, executive, administrator
    POST /api/v1/ideas                   employee
    POST /api/v1/comparisons/pairs       employee
    action createTokenForm               all
    action endAllSessionsButton          all
    action addPersonForm                 administrator
    action addUnitForm                   administrator
    action addGroupForm                  administrator
    action changeCalendarForm            administrator
    action addHolidayForm                administrator
    action addHolidaysForm               administrator
    action wordStateForm                 administrator`,
};

/** A door, what it is asked about, and who gets through. */
export type Row = { door: string; kind: Kind; object: string; who: readonly string[] };

const whoIs = (cell: string) => (cell === "all" ? roles : cell === "–" ? [] : cell.split(", "));

/** The promise, one row for each door and object. */
export const matrix: Row[] = (Object.keys(promised) as Kind[]).flatMap((kind) =>
  promised[kind]
    .trim()
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [, door = "", rest = ""] = /^\s*((?:page|action|[A-Z]+) \S+)\s+(.*)$/.exec(line) ?? [];
      const cells = rest.split(/\s{2,}/);
      if (cells.length !== objects[kind].length) throw new Error(`The row of ${door} has ${cells.length} cells.`);
      return objects[kind].map((object, column) => ({ door, kind, object, who: whoIs(cells[column] ?? "") }));
    }),
);

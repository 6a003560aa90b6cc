import type { Locale } from "./locales";
import enAccess from "./messages/en/access.json";
import enAudit from "./messages/en/audit.json";
import enCalendar from "./messages/en/calendar.json";
import enCharts from "./messages/en/charts.json";
import enComments from "./messages/en/comments.json";
import enComparisons from "./messages/en/comparisons.json";
import enDelivery from "./messages/en/delivery.json";
import enDesk from "./messages/en/desk.json";
import enDuplicates from "./messages/en/duplicates.json";
import enEvaluation from "./messages/en/evaluation.json";
import enExports from "./messages/en/exports.json";
import enFailure from "./messages/en/failure.json";
import enGlossary from "./messages/en/glossary.json";
import enGoals from "./messages/en/goals.json";
import enIdeas from "./messages/en/ideas.json";
import enInsights from "./messages/en/insights.json";
import enNotifications from "./messages/en/notifications.json";
import enParticipation from "./messages/en/participation.json";
import enPeople from "./messages/en/people.json";
import enPipeline from "./messages/en/pipeline.json";
import enPromises from "./messages/en/promises.json";
import enRanking from "./messages/en/ranking.json";
import enRouting from "./messages/en/routing.json";
import enSearch from "./messages/en/search.json";
import enSettings from "./messages/en/settings.json";
import enShell from "./messages/en/shell.json";
import enShortcuts from "./messages/en/shortcuts.json";
import enSimilar from "./messages/en/similar.json";
import enTour from "./messages/en/tour.json";
import enTransfer from "./messages/en/transfer.json";
import enUi from "./messages/en/ui.json";
import enValidation from "./messages/en/validation.json";
import enVotes from "./messages/en/votes.json";
import enWorkflow from "./messages/en/workflow.json";
import esAccess from "./messages/es/access.json";
import esAudit from "./messages/es/audit.json";
import esCalendar from "./messages/es/calendar.json";
import esCharts from "./messages/es/charts.json";
import esComments from "./messages/es/comments.json";
import esComparisons from "./messages/es/comparisons.json";
import esDelivery from "./messages/es/delivery.json";
import esDesk from "./messages/es/desk.json";
import esDuplicates from "./messages/es/duplicates.json";
import esEvaluation from "./messages/es/evaluation.json";
import esExports from "./messages/es/exports.json";
import esFailure from "./messages/es/failure.json";
import esGlossary from "./messages/es/glossary.json";
import esGoals from "./messages/es/goals.json";
import esIdeas from "./messages/es/ideas.json";
import esInsights from "./messages/es/insights.json";
import esNotifications from "./messages/es/notifications.json";
import esParticipation from "./messages/es/participation.json";
import esPeople from "./messages/es/people.json";
import esPipeline from "./messages/es/pipeline.json";
import esPromises from "./messages/es/promises.json";
import esRanking from "./messages/es/ranking.json";
import esRouting from "./messages/es/routing.json";
import esSearch from "./messages/es/search.json";
import esSettings from "./messages/es/settings.json";
import esShell from "./messages/es/shell.json";
import esShortcuts from "./messages/es/shortcuts.json";
import esSimilar from "./messages/es/similar.json";
import esTour from "./messages/es/tour.json";
import esTransfer from "./messages/es/transfer.json";
import esUi from "./messages/es/ui.json";
import esValidation from "./messages/es/validation.json";
import esVotes from "./messages/es/votes.json";
import esWorkflow from "./messages/es/workflow.json";
import ptAccess from "./messages/pt/access.json";
import ptAudit from "./messages/pt/audit.json";
import ptCalendar from "./messages/pt/calendar.json";
import ptCharts from "./messages/pt/charts.json";
import ptComments from "./messages/pt/comments.json";
import ptComparisons from "./messages/pt/comparisons.json";
import ptDelivery from "./messages/pt/delivery.json";
import ptDesk from "./messages/pt/desk.json";
import ptDuplicates from "./messages/pt/duplicates.json";
import ptEvaluation from "./messages/pt/evaluation.json";
import ptExports from "./messages/pt/exports.json";
import ptFailure from "./messages/pt/failure.json";
import ptGlossary from "./messages/pt/glossary.json";
import ptGoals from "./messages/pt/goals.json";
import ptIdeas from "./messages/pt/ideas.json";
import ptInsights from "./messages/pt/insights.json";
import ptNotifications from "./messages/pt/notifications.json";
import ptParticipation from "./messages/pt/participation.json";
import ptPeople from "./messages/pt/people.json";
import ptPipeline from "./messages/pt/pipeline.json";
import ptPromises from "./messages/pt/promises.json";
import ptRanking from "./messages/pt/ranking.json";
import ptRouting from "./messages/pt/routing.json";
import ptSearch from "./messages/pt/search.json";
import ptSettings from "./messages/pt/settings.json";
import ptShell from "./messages/pt/shell.json";
import ptShortcuts from "./messages/pt/shortcuts.json";
import ptSimilar from "./messages/pt/similar.json";
import ptTour from "./messages/pt/tour.json";
import ptTransfer from "./messages/pt/transfer.json";
import ptUi from "./messages/pt/ui.json";
import ptValidation from "./messages/pt/validation.json";
import ptVotes from "./messages/pt/votes.json";
import ptWorkflow from "./messages/pt/workflow.json";

const en = {
  access: enAccess,
  audit: enAudit,
  calendar: enCalendar,
  charts: enCharts,
  comments: enComments,
  comparisons: enComparisons,
  evaluation: enEvaluation,
  delivery: enDelivery,
  desk: enDesk,
  duplicates: enDuplicates,
  exports: enExports,
  failure: enFailure,
  glossary: enGlossary,
  goals: enGoals,
  ideas: enIdeas,
  insights: enInsights,
  notifications: enNotifications,
  participation: enParticipation,
  people: enPeople,
  pipeline: enPipeline,
  promises: enPromises,
  ranking: enRanking,
  routing: enRouting,
  search: enSearch,
  settings: enSettings,
  shell: enShell,
  shortcuts: enShortcuts,
  similar: enSimilar,
  tour: enTour,
  transfer: enTransfer,
  ui: enUi,
  validation: enValidation,
  votes: enVotes,
  workflow: enWorkflow,
};

/** Every text of the portal in one language, by module and key. English decides which keys there are. */
export type Messages = typeof en;

/** The modules that have texts of their own. */
export type MessageModule = keyof Messages;

/** The name of a text, such as `"votes.closed"`. A name that does not exist does not compile. */
export type MessageKey = { [M in MessageModule]: `${M}.${Extract<keyof Messages[M], string>}` }[MessageModule];

/** All texts by language. */
export const messages: Record<Locale, Messages> = {
  en,
  es: {
    access: esAccess,
    audit: esAudit,
    calendar: esCalendar,
    charts: esCharts,
    comments: esComments,
    comparisons: esComparisons,
    evaluation: esEvaluation,
    delivery: esDelivery,
    desk: esDesk,
    duplicates: esDuplicates,
    exports: esExports,
    failure: esFailure,
    glossary: esGlossary,
    goals: esGoals,
    ideas: esIdeas,
    insights: esInsights,
    notifications: esNotifications,
    participation: esParticipation,
    people: esPeople,
    pipeline: esPipeline,
    promises: esPromises,
    ranking: esRanking,
    routing: esRouting,
    search: esSearch,
    settings: esSettings,
    shell: esShell,
    shortcuts: esShortcuts,
    similar: esSimilar,
    tour: esTour,
    transfer: esTransfer,
    ui: esUi,
    validation: esValidation,
    votes: esVotes,
    workflow: esWorkflow,
  },
  pt: {
    access: ptAccess,
    audit: ptAudit,
    calendar: ptCalendar,
    charts: ptCharts,
    comments: ptComments,
    comparisons: ptComparisons,
    evaluation: ptEvaluation,
    delivery: ptDelivery,
    desk: ptDesk,
    duplicates: ptDuplicates,
    exports: ptExports,
    failure: ptFailure,
    glossary: ptGlossary,
    goals: ptGoals,
    ideas: ptIdeas,
    insights: ptInsights,
    notifications: ptNotifications,
    participation: ptParticipation,
    people: ptPeople,
    pipeline: ptPipeline,
    promises: ptPromises,
    ranking: ptRanking,
    routing: ptRouting,
    search: ptSearch,
    settings: ptSettings,
    shell: ptShell,
    shortcuts: ptShortcuts,
    similar: ptSimilar,
    tour: ptTour,
    transfer: ptTransfer,
    ui: ptUi,
    validation: ptValidation,
    votes: ptVotes,
    workflow: ptWorkflow,
  },
};

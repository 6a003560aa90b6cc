import type { Translate } from "@/lib/platform/i18n/translate";
import { Building2, ChartNoAxesCombined, House, Inbox, Lightbulb, PenLine, Rocket } from "../ui/icons";
import type { Place } from "./nav-link";

/** Where somebody may go, most used first. Drawn on the server, so that no page carries places of others. */
export const placesOf = (who: { reviews: boolean; leads: boolean; administers: boolean }, t: Translate): Place[] => [
  { href: "/", label: t("shell.home"), icon: <House aria-hidden />, key: "h" },
  { href: "/ideas", label: t("shell.ideas"), icon: <Lightbulb aria-hidden />, key: "i" },
  ...(who.reviews ? [{ href: "/review", label: t("shell.review"), icon: <Inbox aria-hidden />, key: "r" }] : []),
  ...(who.leads ? [{ href: "/insights", label: t("shell.insights"), icon: <ChartNoAxesCombined aria-hidden /> }] : []),
  { href: "/deliveries", label: t("shell.deliveries"), icon: <Rocket aria-hidden /> },
  { href: "/drafts", label: t("shell.drafts"), icon: <PenLine aria-hidden /> },
  ...(who.administers
    ? [{ href: "/admin/people", label: t("shell.administration"), icon: <Building2 aria-hidden /> }]
    : []),
];

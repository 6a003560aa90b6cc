import type { Translate } from "@/lib/platform/i18n/translate";
import { Building2, House, Lightbulb, PenLine } from "../ui/icons";
import type { Place } from "./nav-link";

/** Where somebody may go, most used first. */
export const placesOf = (administers: boolean, t: Translate): Place[] => [
  { href: "/", label: t("shell.home"), icon: <House aria-hidden /> },
  { href: "/ideas", label: t("shell.ideas"), icon: <Lightbulb aria-hidden /> },
  { href: "/drafts", label: t("shell.drafts"), icon: <PenLine aria-hidden /> },
  ...(administers
    ? [{ href: "/admin/people", label: t("shell.administration"), icon: <Building2 aria-hidden /> }]
    : []),
];

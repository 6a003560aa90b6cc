import type { Translate } from "@/lib/platform/i18n/translate";
import { Breadcrumb } from "../ui/breadcrumb";

/** The way back to the queue, above a page beside it. */
export const DeskBack = ({ here, t }: { here: string; t: Translate }) => (
  <div className="mb-3">
    <Breadcrumb above={[{ href: "/review", label: t("desk.title") }]} here={here} t={t} />
  </div>
);

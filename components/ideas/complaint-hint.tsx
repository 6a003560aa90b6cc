import type { Translate } from "@/lib/platform/i18n/translate";
import { ShieldAlert } from "../ui/icons";

/**
 * Says that this is no channel for complaints, and where those belong. Ley 2/2023 (Spain) and Directive (EU) 2019/1937
 * ask for a confidential channel; an idea box must not look like one.
 */
export function ComplaintHint({ t }: { t: Translate }) {
  return (
    <div className="flex max-w-prose gap-3 border-line border-t pt-5 text-muted text-sm leading-relaxed">
      <ShieldAlert aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div>
        <p className="font-medium text-ink">{t("ideas.notForComplaintsTitle")}</p>
        <p>{t("ideas.notForComplaints")}</p>
      </div>
    </div>
  );
}

import { removeIdeaButton } from "@/lib/delivery/actions";
import type { DeliveryInFull } from "@/lib/delivery/shown-schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { StatusBadge } from "../ideas/status-badge";
import { X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";

/** The ideas that a delivery brings about. */
export function DeliveredIdeas(props: {
  delivery: Pick<DeliveryInFull, "id" | "ideas" | "state" | "benefits">;
  mayManage: boolean;
  locale: string;
  t: Translate;
}) {
  const { delivery, mayManage, locale, t } = props;
  const isConfirmed = delivery.benefits?.outcomes.some(({ confirmedBy }) => confirmedBy) ?? false;
  const mayRemove = mayManage && delivery.state === "open" && delivery.ideas.length > 1 && !isConfirmed;
  return (
    <ul className="divide-y divide-line">
      {delivery.ideas.map(({ id, title, status, language }) => (
        <li key={id} className="flex items-center gap-3 py-2.5">
          <a
            href={`/ideas/${id}`}
            lang={language === locale ? undefined : language}
            className="wrap-anywhere min-w-0 flex-1 font-medium text-sm hover:underline"
          >
            {title}
          </a>
          <StatusBadge status={status} t={t} />
          {mayRemove && (
            <form action={removeIdeaButton}>
              <input type="hidden" name="deliveryId" value={delivery.id} />
              <input type="hidden" name="ideaId" value={id} />
              <SubmitButton
                variant="ghost"
                size="small"
                shape="icon"
                aria-label={t("delivery.removeNamed", { name: title })}
                title={t("delivery.remove")}
              >
                <X aria-hidden />
              </SubmitButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

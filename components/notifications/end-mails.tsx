import { endMailsButton } from "@/lib/notifications/actions";
import type { Mailing } from "@/lib/notifications/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { SubmitButton } from "../ui/submit-button";

/** Ends the mails that a link is about, or all of them. Works without JavaScript, and without being signed in. */
export function EndMails({ token, mailing, t }: { token: string; mailing: Mailing; t: Translate }) {
  return (
    <div className="space-y-3">
      <form action={endMailsButton}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton className="w-full">
          {t(mailing === "all" ? "notifications.endAll" : "notifications.endThese")}
        </SubmitButton>
      </form>
      {mailing !== "all" && (
        <form action={endMailsButton}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="all" value="yes" />
          <SubmitButton variant="secondary" className="w-full">
            {t("notifications.endAll")}
          </SubmitButton>
        </form>
      )}
    </div>
  );
}

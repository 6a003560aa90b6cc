import { visitorPage } from "@/app/door";
import { EndMails } from "@/components/notifications/end-mails";
import { ButtonLink } from "@/components/ui/button";
import { mailingOf } from "@/lib/notifications/choices";
import { unsubscribeLink } from "@/lib/notifications/schema";
import { translator } from "@/lib/platform/i18n/translate";

export default visitorPage(unsubscribeLink, async (locale, { token, done }) => {
  const t = translator(locale);
  const mailing = mailingOf(token);
  const title = done ? t("notifications.ended") : t("notifications.endTitle");
  return (
    <div className="space-y-5">
      <title>{`${title} · Tormenta`}</title>
      <h1 className="font-bold text-2xl tracking-tight">{title}</h1>
      <p className="text-muted">{done ? t("notifications.endedText") : t(`notifications.endText_${mailing}`)}</p>
      {!done && <EndMails token={token} mailing={mailing} t={t} />}
      <ButtonLink href="/settings#mails" className="w-full" variant="ghost">
        {t("notifications.toSettings")}
      </ButtonLink>
    </div>
  );
});

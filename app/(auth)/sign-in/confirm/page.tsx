import { visitorPage } from "@/app/door";
import { ConfirmForm } from "@/components/access/confirm-form";
import { askedHere } from "@/lib/access/mail-link";
import { linkAddress } from "@/lib/access/schema";
import { translator } from "@/lib/platform/i18n/translate";

export default visitorPage(linkAddress, async (locale, { token, next }) => {
  const t = translator(locale);
  return (
    <div className="space-y-4">
      <title>{`${t("access.confirmTitle")} · Tormenta`}</title>
      <h1 className="font-bold text-2xl tracking-tight">{t("access.confirmTitle")}</h1>
      <p>{t("access.confirmLead")}</p>
      <ConfirmForm token={token} next={next} isOwn={await askedHere(token)} />
    </div>
  );
});

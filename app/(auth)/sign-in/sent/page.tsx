import { z } from "zod";
import { visitorPage } from "@/app/door";
import { ButtonLink } from "@/components/ui/button";
import { isDemo } from "@/lib/platform/demo";
import { translator } from "@/lib/platform/i18n/translate";

export default visitorPage(z.object({}), async (locale) => {
  const t = translator(locale);
  return (
    <div className="space-y-4">
      <title>{`${t("access.linkSentTitle")} · Tormenta`}</title>
      <h1 className="font-bold text-2xl tracking-tight">{t("access.linkSentTitle")}</h1>
      <p>{t("access.linkSentLead")}</p>
      <p className="text-muted text-sm">{t("access.linkNotComing")}</p>
      {(await isDemo()) && (
        <ButtonLink href="/mail" className="w-full" variant="primary">
          {t("access.mailboxTitle")}
        </ButtonLink>
      )}
      <p className="text-sm">
        <a href="/sign-in" className="text-accent-text underline">
          {t("access.backToSignIn")}
        </a>
      </p>
    </div>
  );
});

import { redirect } from "next/navigation";
import { visitorPage } from "@/app/door";
import { SetUpForm } from "@/components/access/set-up-form";
import { setUpAddress, timeZones } from "@/lib/access/schema";
import { isSetUp } from "@/lib/access/setup";
import { translator } from "@/lib/platform/i18n/translate";

export default visitorPage(setUpAddress, async (locale, { token }) => {
  if (await isSetUp()) redirect("/sign-in");
  const t = translator(locale);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <div className="space-y-5">
      <title>{`${t("access.setupTitle")} · Tormenta`}</title>
      <header className="space-y-2">
        <h1 className="font-bold text-2xl tracking-tight">{t("access.setupTitle")}</h1>
        <p className="text-muted text-sm">{t("access.setupLead")}</p>
      </header>
      <SetUpForm start={{ token: token ?? "", locale, timeZone }} timeZones={timeZones} />
    </div>
  );
});

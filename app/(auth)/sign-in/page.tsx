import { redirect } from "next/navigation";
import { visitorPage } from "@/app/door";
import { DemoPeople } from "@/components/access/demo-people";
import { LinkForm } from "@/components/access/link-form";
import { OidcButton } from "@/components/access/oidc-button";
import { Banner } from "@/components/ui/banner";
import { listDemoPeople } from "@/lib/access/demo-sign-in";
import { signInAddress } from "@/lib/access/schema";
import { isSetUp } from "@/lib/access/setup";
import { refusalText, waysToSignIn } from "@/lib/access/ways-in";
import { translator } from "@/lib/platform/i18n/translate";

export default visitorPage(signInAddress, async (locale, { next, refused }) => {
  if (!(await isSetUp())) redirect("/setup");
  const t = translator(locale);
  const [ways, people] = await Promise.all([waysToSignIn(), listDemoPeople(locale)]);
  const refusal = refusalText(refused);
  const isShut = !ways.oidc && !ways.mail && people.length === 0;

  return (
    <div className="space-y-6">
      <title>{`${t("access.signInTitle")} · Tormenta`}</title>
      <h1 className="font-bold text-2xl tracking-tight">{t("access.signInTitle")}</h1>
      {refusal && <Banner tone="error">{t(refusal)}</Banner>}
      {isShut && <Banner tone="warning">{t("access.noWayIn")}</Banner>}
      {ways.oidc && <OidcButton next={next}>{t("access.signInWith", { name: ways.oidc })}</OidcButton>}
      {people.length > 0 && <DemoPeople people={people} next={next} t={t} />}
      {ways.mail && <LinkForm next={next} />}
    </div>
  );
});

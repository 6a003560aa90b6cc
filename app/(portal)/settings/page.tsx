import { z } from "zod";
import { page } from "@/app/door";
import { OidcButton } from "@/components/access/oidc-button";
import { MailChoicesForm } from "@/components/notifications/mail-choices";
import { ProfileFacts } from "@/components/settings/profile-facts";
import { Section } from "@/components/settings/section";
import { SessionList } from "@/components/settings/session-list";
import { TokenForm } from "@/components/settings/token-form";
import { TokenList } from "@/components/settings/token-list";
import { LocaleSwitch } from "@/components/shell/locale-switch";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { currentSession } from "@/lib/access/session";
import { refusalText, waysToSignIn } from "@/lib/access/ways-in";
import { notesSightingsOf } from "@/lib/impressions/commands";
import { KEPT_DAYS } from "@/lib/impressions/forget-sightings";
import { mailChoicesOf } from "@/lib/notifications/choices";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { chooseLocaleButton } from "@/lib/settings/actions";
import { listConnections, listSessions, listTokens, profileOf } from "@/lib/settings/queries";

const address = z.object({
  refused: z.string().optional().catch(undefined),
  mails: z.literal("saved").optional().catch(undefined),
});

export default page(address, async (actor, { refused, mails }) => {
  const t = translator(actor.locale);
  const format = formatter(actor.locale, actor.timeZone);
  const [profile, choices, sessions, tokens, connections, { oidc }] = await Promise.all([
    profileOf(actor),
    mailChoicesOf(actor),
    currentSession().then((here) => listSessions(actor, here)),
    listTokens(actor),
    listConnections(actor),
    waysToSignIn(),
  ]);
  const refusal = refusalText(refused);

  return (
    <div className="max-w-3xl space-y-6 xl:max-w-none">
      <title>{`${t("settings.title")} · Tormenta`}</title>
      <PageHeader title={t("settings.title")} />
      {refusal && <Banner tone="error">{t(refusal)}</Banner>}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="min-w-0 space-y-6">
          <Section title={t("settings.profile")} lead={t("settings.profileLead")}>
            <ProfileFacts profile={profile} roles={[...actor.roles].map((role) => t(`people.role_${role}`))} t={t} />
          </Section>
          <Section title={t("settings.language")} lead={t("settings.languageLead")}>
            <div className="max-w-xs">
              <LocaleSwitch locale={actor.locale} choose={chooseLocaleButton} t={t} />
            </div>
          </Section>
          {oidc && (
            <Section title={t("settings.signIn")} lead={t("settings.signInLead")}>
              {connections.map(({ issuer, linkedAt }) => (
                <p key={issuer} className="text-sm">
                  {t("settings.connectedSince", { issuer, day: format.dateTime(linkedAt, { dateStyle: "long" }) })}
                </p>
              ))}
              {connections.length === 0 && (
                <OidcButton next="/settings" isConnecting>
                  {t("settings.connect", { name: oidc })}
                </OidcButton>
              )}
            </Section>
          )}
          <Section title={t("settings.tokens")} lead={t("settings.tokensLead")}>
            <TokenList tokens={tokens} t={t} format={format} />
            <TokenForm />
          </Section>
        </div>
        <div className="min-w-0 space-y-6">
          <div id="mails" className="scroll-mt-20">
            <Section title={t("notifications.mails")} lead={t("notifications.mailsLead")}>
              {mails && <Banner tone="success">{t("notifications.mailsSaved")}</Banner>}
              <MailChoicesForm choices={choices} ours={actor.timeZone} t={t} />
            </Section>
          </div>
          <Section title={t("settings.sessions")} lead={t("settings.sessionsLead")}>
            <SessionList sessions={sessions} t={t} now={now()} format={format} />
          </Section>
          {notesSightingsOf(actor) && (
            <Section title={t("settings.sightings")} lead={t("settings.sightingsLead", { days: KEPT_DAYS })} />
          )}
        </div>
      </div>
    </div>
  );
});

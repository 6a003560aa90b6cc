import { z } from "zod";
import { visitorPage } from "@/app/door";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Mail } from "@/components/ui/icons";
import { Markdown } from "@/components/ui/markdown";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { now } from "@/lib/platform/clock";
import { isDemo } from "@/lib/platform/demo";
import { notFound } from "@/lib/platform/errors";
import { formatter, translator } from "@/lib/platform/i18n/translate";
import { keptMails } from "@/lib/platform/mail";
import { markdownToHtml } from "@/lib/platform/markdown";

export default visitorPage(z.object({}), async (locale) => {
  if (!(await isDemo())) throw notFound();
  const t = translator(locale);
  const format = formatter(locale, "UTC");
  const mails = keptMails();

  return (
    <main id="content" className="mx-auto max-w-3xl space-y-4 px-4 py-10">
      <title>{`${t("access.mailboxTitle")} · Tormenta`}</title>
      <PageHeader title={t("access.mailboxTitle")} lead={t("access.mailboxLead")} />
      {mails.length === 0 && (
        <EmptyState icon={<Mail />} title={t("access.mailboxEmpty")}>
          {t("access.mailboxEmptyText")}
        </EmptyState>
      )}
      {mails.map((mail) => (
        <Card key={mail.at.toISOString() + mail.to}>
          <h2 className="font-semibold">{mail.subject}</h2>
          <p className="mb-3 text-muted text-sm">
            {t("access.mailTo")} {mail.to} · <Time at={mail.at} now={now()} format={format} />
          </p>
          <Markdown html={markdownToHtml(mail.text)} />
        </Card>
      ))}
    </main>
  );
});

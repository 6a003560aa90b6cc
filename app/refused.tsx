import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { CloudLightning, Hourglass, SearchX } from "@/components/ui/icons";
import type { RefusedCode } from "@/lib/access/page";
import { readerTranslate } from "@/lib/access/reader";
import type { MessageKey } from "@/lib/platform/i18n/messages";

type Said = { title: MessageKey; text: MessageKey; icon: ReactNode };

const said: Record<RefusedCode, Said> = {
  not_found: { title: "shell.notFoundTitle", text: "shell.notFoundText", icon: <SearchX /> },
  too_many: { title: "shell.waitTitle", text: "validation.tooMany", icon: <Hourglass /> },
  busy: { title: "shell.waitTitle", text: "validation.busy", icon: <Hourglass /> },
  defect: { title: "failure.title", text: "failure.text", icon: <CloudLightning /> },
};

/** What stands in place of a page that is not there, or that could not be shown. */
export async function Refused({ code, requestId }: { code: RefusedCode; requestId: string | undefined }) {
  const { title, text, icon } = said[code];
  const t = await readerTranslate();
  return (
    <>
      <title>{`${t(title)} · Tormenta`}</title>
      <meta name="robots" content="noindex" />
      <EmptyState
        icon={icon}
        heading="h1"
        title={t(title)}
        action={
          <ButtonLink href="/ideas" variant="primary">
            {t("shell.toIdeas")}
          </ButtonLink>
        }
      >
        <p>{t(text)}</p>
        {code === "defect" && requestId && <p>{t("failure.mentionNumber", { number: requestId })}</p>}
      </EmptyState>
    </>
  );
}

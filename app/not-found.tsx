import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { readerTranslate } from "@/lib/access/reader";

export default async function NotFound() {
  const t = await readerTranslate();
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <title>{`${t("shell.notFoundTitle")} · Tormenta`}</title>
      <EmptyState
        icon={<SearchX />}
        heading="h1"
        title={t("shell.notFoundTitle")}
        action={
          <ButtonLink href="/ideas" variant="primary">
            {t("shell.toIdeas")}
          </ButtonLink>
        }
      >
        {t("shell.notFoundText")}
      </EmptyState>
    </main>
  );
}

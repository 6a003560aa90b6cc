import type { Translate } from "@/lib/platform/i18n/translate";
import type { Adrift } from "@/lib/workflow/schema";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";

/** Open ideas that nobody would be late for; nothing where there are none. */
export function AdriftList({ adrift, imported, t }: { adrift: Adrift[]; imported: number; t: Translate }) {
  if (adrift.length === 0 && imported === 0) return null;
  return (
    <Card className="space-y-3">
      {adrift.length > 0 && (
        <>
          <header>
            <h2 className="font-semibold text-lg tracking-tight">{t("routing.adrift")}</h2>
            <p className="mt-1 max-w-prose text-muted text-sm">{t("routing.adriftLead")}</p>
          </header>
          <ul className="divide-y divide-line">
            {adrift.map(({ id, title, hasOwner, isPromised }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
                <a href={`/ideas/${id}`} className="min-w-0 flex-1 truncate font-medium hover:underline">
                  {title}
                </a>
                {!hasOwner && <Badge tone="danger">{t("routing.withoutOwner")}</Badge>}
                {!isPromised && <Badge tone="warning">{t("routing.withoutPromise")}</Badge>}
              </li>
            ))}
          </ul>
        </>
      )}
      {imported > 0 && <p className="text-muted text-sm">{t("routing.imported", { count: imported })}</p>}
    </Card>
  );
}

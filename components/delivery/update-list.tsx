import type { DeliveryUpdate } from "@/lib/delivery/shown-schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { markdownToHtml } from "@/lib/platform/markdown";
import { Markdown } from "../ui/markdown";
import { Time } from "../ui/time";

/** What was told of a delivery, newest first. */
export function UpdateList({ updates, t, format, now }: { updates: DeliveryUpdate[] } & Voice) {
  return (
    <ol className="space-y-5 border-line border-l pl-5">
      {updates.map(({ id, author, progress, body, at }) => (
        <li key={id} className="space-y-1.5">
          <p className="flex flex-wrap items-baseline gap-x-3 text-muted text-xs">
            <span className="font-semibold text-ink text-sm tabular-nums">
              {t("delivery.percentDone", { progress })}
            </span>
            {author && <span>{author.name}</span>}
            <Time at={at} now={now} format={format} />
          </p>
          {body && <Markdown html={markdownToHtml(body)} className="max-w-[68ch] text-sm" />}
        </li>
      ))}
    </ol>
  );
}

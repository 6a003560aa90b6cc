import type { Translate } from "@/lib/platform/i18n/translate";
import { Card } from "../ui/card";
import { tourPath, tourSteps } from "./tour-steps";

/** All steps of the guided tour as a list, each with a way to where it stands. */
export function TourList({ t }: { t: Translate }) {
  return (
    <Card>
      <ol className="divide-y divide-line">
        {tourSteps.map(({ name }, at) => (
          <li key={name} className="flex gap-4 py-4 first:pt-0 last:pb-0">
            <span
              aria-hidden
              className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken font-semibold text-muted text-xs tabular-nums"
            >
              {at + 1}
            </span>
            <div className="min-w-0">
              <h2 className="font-semibold">
                <a href={tourPath(at + 1)} className="rounded hover:text-accent-text hover:underline">
                  {t(`tour.title_${name}`)}
                </a>
              </h2>
              <p className="mt-0.5 max-w-prose text-sm leading-relaxed">{t(`tour.text_${name}`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

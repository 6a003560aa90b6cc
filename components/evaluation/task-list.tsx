import type { Task } from "@/lib/evaluation/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Badge } from "../ui/badge";
import { ChevronRight } from "../ui/icons";
import { Time } from "../ui/time";

/** Ideas that the reader is to mark, or may still change marks of; each leads to its scorecard. */
export function TaskList({ title, tasks, locale, ...voice }: { title: string; tasks: Task[]; locale: string } & Voice) {
  const { t } = voice;
  return (
    <section className="space-y-3">
      <h2 className="font-semibold text-lg tracking-tight">{title}</h2>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {tasks.map((task) => (
          <li key={task.ideaId}>
            <a
              data-step
              href={`/review/${task.ideaId}/scorecard`}
              className="-outline-offset-2 flex items-center gap-4 px-4 py-3.5 transition-colors hover:bg-sunken"
            >
              <span className="min-w-0 flex-1 space-y-1">
                <span lang={task.language === locale ? undefined : task.language} className="block font-medium">
                  {task.title}
                </span>
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
                  <span className="tabular-nums">
                    {t("evaluation.markedOf", { marked: task.marked, asked: task.asked })}
                  </span>
                  <span>
                    {t("evaluation.asked")} <Time at={task.assignedAt} {...voice} />
                  </span>
                  {task.isOwnTeam && <Badge tone="warning">{t("evaluation.ownTeam")}</Badge>}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

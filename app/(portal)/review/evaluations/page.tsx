import { z } from "zod";
import { page } from "@/app/door";
import { EvaluationHeader } from "@/components/evaluation/evaluation-header";
import { TaskList } from "@/components/evaluation/task-list";
import { EmptyState } from "@/components/ui/empty-state";
import { CircleCheck } from "@/components/ui/icons";
import { listTasks } from "@/lib/evaluation/queries";
import { now } from "@/lib/platform/clock";
import { formatter, translator } from "@/lib/platform/i18n/translate";

export default page(z.object({}), async (actor) => {
  const tasks = await listTasks(actor);
  const voice = { t: translator(actor.locale), format: formatter(actor.locale, actor.timeZone), now: now() };
  const { t } = voice;
  const open = tasks.filter(({ handedInAt }) => handedInAt === null);
  const handedIn = tasks.filter(({ handedInAt }) => handedInAt !== null);

  return (
    <>
      <title>{`${t("evaluation.tasksTitle")} · Tormenta`}</title>
      <EvaluationHeader here="tasks" lead={t("evaluation.tasksLead")} tasks={open.length} t={t} />
      <div className="space-y-8">
        {open.length > 0 ? (
          <TaskList title={t("evaluation.toMark")} tasks={open} locale={actor.locale} {...voice} />
        ) : (
          <EmptyState icon={<CircleCheck />} title={t("evaluation.noTasks")}>
            {t("evaluation.noTasksText")}
          </EmptyState>
        )}
        {handedIn.length > 0 && (
          <TaskList title={t("evaluation.stillOpen")} tasks={handedIn} locale={actor.locale} {...voice} />
        )}
      </div>
    </>
  );
});

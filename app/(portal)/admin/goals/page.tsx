import { z } from "zod";
import { page } from "@/app/door";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { BalanceForm } from "@/components/goals/balance-form";
import { GoalList } from "@/components/goals/goal-list";
import { TargetsForm } from "@/components/goals/targets-form";
import { findBalance, listKeptGoals } from "@/lib/goals/queries";
import { findTargets } from "@/lib/insights/targets";
import { translator } from "@/lib/platform/i18n/translate";

const address = z.object({ saved: z.enum(["balance", "targets"]).optional().catch(undefined) });

export default page(address, async (actor, { saved }) => {
  const [goals, balance, targets] = await Promise.all([listKeptGoals(actor), findBalance(), findTargets(actor)]);
  const t = translator(actor.locale);
  return (
    <div className="space-y-6">
      <title>{`${t("goals.title")} · Tormenta`}</title>
      <AdminTabs here="goals" t={t} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="space-y-6">
          <GoalList key={JSON.stringify(goals)} goals={goals} />
          <TargetsForm key={JSON.stringify(targets)} targets={targets} isSaved={saved === "targets"} />
        </div>
        <BalanceForm key={JSON.stringify(balance)} balance={balance} isSaved={saved === "balance"} />
      </div>
    </div>
  );
});

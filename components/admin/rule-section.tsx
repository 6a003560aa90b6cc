import type { Choices } from "@/lib/ideas/schema";
import type { Translate } from "@/lib/platform/i18n/translate";
import { raiseRuleButton, removeRuleButton } from "@/lib/workflow/actions";
import type { Routing, Rule } from "@/lib/workflow/schema";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { ArrowRight, ArrowUp, Users, X } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { AddRuleForm } from "./add-rule-form";

const conditions = (rule: Rule) => [
  { key: "ideas.category" as const, value: rule.category },
  { key: "ideas.department" as const, value: rule.department },
  { key: "ideas.place" as const, value: rule.place },
];

const isForEverything = (rule: Rule) => conditions(rule).every(({ value }) => value === null);

const inWords = (rule: Rule, t: Translate) =>
  conditions(rule)
    .flatMap(({ value }) => value ?? [])
    .join(", ") || t("routing.else");

/** To whom new ideas go, from top to bottom, and a way to add a rule. */
export function RuleSection({ routing, choices, t }: { routing: Routing; choices: Choices; t: Translate }) {
  const { rules, groups, reviewers } = routing;
  return (
    <Card className="space-y-4">
      <header>
        <h2 className="font-semibold text-lg tracking-tight">{t("routing.rules")}</h2>
        <p className="mt-1 max-w-prose text-muted text-sm">{t("routing.rulesLead")}</p>
      </header>
      <ol className="divide-y divide-line rounded-control border border-line">
        {rules.map((rule, index) => (
          <Line key={rule.id} rule={rule} number={index + 1} t={t} />
        ))}
        {!rules.some(isForEverything) && (
          <li className="flex flex-wrap items-baseline gap-x-2 px-3 py-3 text-muted text-sm">
            <span>{t("routing.else")}</span>
            <span aria-hidden>→</span>
            <span>{t("routing.elseAll")}</span>
          </li>
        )}
      </ol>
      <AddRuleForm choices={choices} groups={groups} reviewers={reviewers} />
    </Card>
  );
}

function Line({ rule, number, t }: { rule: Rule; number: number; t: Translate }) {
  const name = inWords(rule, t);
  return (
    <li className="flex items-center gap-3 px-3 py-2 text-sm">
      <span className="w-5 shrink-0 text-right text-muted text-xs tabular-nums">{number}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <Conditions rule={rule} t={t} />
        <span className="inline-flex items-center gap-1.5 font-semibold">
          <ArrowRight aria-hidden className="mr-1 size-4 text-muted" />
          <span className="sr-only">{t("routing.goesTo")}</span>
          {rule.toGroup && <Users aria-hidden className="size-4 text-muted" />}
          {rule.to}
        </span>
        {rule.isDead && <Badge tone="warning">{t("routing.passedOver")}</Badge>}
      </div>
      {number > 1 && !isForEverything(rule) && (
        <form action={raiseRuleButton}>
          <input type="hidden" name="ruleId" value={rule.id} />
          <SubmitButton
            variant="ghost"
            size="small"
            shape="icon"
            title={t("routing.raise")}
            aria-label={t("routing.raiseNamed", { rule: name })}
          >
            <ArrowUp aria-hidden />
          </SubmitButton>
        </form>
      )}
      <form action={removeRuleButton}>
        <input type="hidden" name="ruleId" value={rule.id} />
        <SubmitButton
          variant="ghost"
          size="small"
          shape="icon"
          title={t("routing.remove")}
          aria-label={t("routing.removeNamed", { name })}
        >
          <X aria-hidden />
        </SubmitButton>
      </form>
    </li>
  );
}

function Conditions({ rule, t }: { rule: Rule; t: Translate }) {
  if (isForEverything(rule)) return <span>{t("routing.else")}</span>;
  return conditions(rule)
    .filter(({ value }) => value !== null)
    .map(({ key, value }) => (
      <span key={key} className="inline-flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-muted text-xs">{t(key)}</span>
        {value}
      </span>
    ));
}

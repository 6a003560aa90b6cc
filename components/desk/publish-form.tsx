"use client";

import { useActionState } from "react";
import { publishAnswersForm } from "@/lib/desk/actions";
import type { Dealt } from "@/lib/desk/schema";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import type { Answer } from "@/lib/platform/outcome";
import { Button } from "../ui/button";
import { Send } from "../ui/icons";
import { SubmitButton } from "../ui/submit-button";
import { DealtList } from "./dealt-list";

/** The buttons that send drafted answers out, and what became of them. The ticks are fields of this form elsewhere. */
export function PublishForm({ count }: { count: number }) {
  const t = useTranslations();
  const [answer, post] = useActionState<Answer<Dealt[]>, FormData>(publishAnswersForm, null);
  return (
    <>
      {answer && "data" in answer && <DealtList dealt={answer.data} />}
      <form action={post} id="publish" className="flex flex-wrap items-center gap-2">
        {count > 0 && (
          <>
            <SubmitButton name="all" value="all">
              <Send aria-hidden />
              {t("desk.publishAll", { count })}
            </SubmitButton>
            <Button type="submit">{t("desk.publishChosen")}</Button>
          </>
        )}
      </form>
    </>
  );
}

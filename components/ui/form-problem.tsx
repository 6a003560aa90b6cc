"use client";

import type { MessageKey } from "@/lib/platform/i18n/messages";
import { useTranslations } from "@/lib/platform/i18n/use-translations";
import { Banner } from "./banner";

/** Why a whole form was refused: `formState.errors.root?.message`. Nothing when it was not. */
export function FormProblem({ error }: { error?: string }) {
  const t = useTranslations();
  return error ? <Banner tone="error">{t(error as MessageKey)}</Banner> : null;
}

"use client";

import type { ReactNode } from "react";
import { IntlProvider, useFormatter, useTranslations as useIntl, useLocale } from "use-intl/react";
import type { Locale } from "./locales";
import type { MessageModule, Messages } from "./messages";
import type { Translate } from "./translate";

/** Hands the texts of some modules to the components inside it that run in the browser. */
export function TranslationsProvider(props: {
  locale: Locale;
  timeZone: string;
  now: Date;
  messages: Pick<Messages, MessageModule> | Partial<Messages>;
  children: ReactNode;
}) {
  return <IntlProvider {...props} />;
}

/** The translator for components that run in the browser. */
export const useTranslations = (): Translate => useIntl() as unknown as Translate;

export { useFormatter, useLocale };

import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "../../lib/text/locales";
import { messagesFor } from "../../lib/text/messages";

interface WithTextProps {
  /** Absent: English. */
  locale?: Locale;
  children?: ReactNode;
}

/** Gives the messages of a language to components that call `useText`, as a page does. */
export function WithText({ locale = "en", children }: WithTextProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale)}>
      {children}
    </NextIntlClientProvider>
  );
}

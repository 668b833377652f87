import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { ENGLISH_MESSAGES } from "../../lib/text/english-messages";

/** Gives the English messages to components that call `useText`, as a page does. */
export function WithText({ children }: { children?: ReactNode }) {
  return (
    <NextIntlClientProvider locale="en" messages={ENGLISH_MESSAGES}>
      {children}
    </NextIntlClientProvider>
  );
}

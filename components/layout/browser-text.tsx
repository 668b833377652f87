"use client";

import dynamic from "next/dynamic";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/text/locales";
import type { TextMessages } from "@/lib/text/text";

interface TextProps {
  readonly children: ReactNode;
}

/** One file of messages for each language, which the browser keeps, instead of the same messages in each page. */
const TEXTS = {
  en: dynamic<TextProps>(() => import("./english-text")),
  ur: dynamic<TextProps>(() => import("./urdu-text")),
  zh: dynamic<TextProps>(() => import("./chinese-text")),
};

/** Gives the messages of `SHARED_NAMESPACES` to the client components below. */
export function BrowserText({
  locale,
  messages,
  children,
}: TextProps & {
  locale: Locale;
  /** Of the test language, which has no file. */
  messages: Partial<TextMessages> | undefined;
}) {
  if (locale === "en-XA") {
    return (
      <NextIntlClientProvider locale={locale} messages={messages}>
        {children}
      </NextIntlClientProvider>
    );
  }
  const Text = TEXTS[locale];
  return <Text>{children}</Text>;
}

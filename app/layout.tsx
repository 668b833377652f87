import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { parseTheme, THEME_COOKIE } from "@/components/layout/theme";
import { getText } from "@/lib/server/get-text";
import { sharedMessages } from "@/lib/text/messages";
import "./globals.css";

/** What browsers, search engines and shared links show where a page says nothing of its own. */
export const metadata: Metadata = {
  title: { default: "CPEC SEZ Tracker", template: "%s · CPEC SEZ Tracker" },
  description:
    "Which of Pakistan's announced special economic zones are becoming operational, by evidence: every value with its source and its date.",
  applicationName: "CPEC SEZ Tracker",
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

/** The browser's own surfaces follow the theme. */
export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1514" },
  ],
};

/**
 * The document. Every page is rendered on request: only then do its scripts carry the nonce of the
 * content security policy, the not-found page included. The reader's theme is known from a cookie
 * before the first paint; without one the system's holds.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const { locale, dir } = await getText();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={locale} dir={dir} data-theme={theme ?? undefined} suppressHydrationWarning>
      <body>
        <NextIntlClientProvider locale={locale} messages={sharedMessages(locale)}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { parseTheme } from "@/components/layout/theme";
import { THEME_COOKIE } from "@/lib/contract/choice-cookie";
import { getPageText } from "@/lib/server/text/page-text";
import { LOCALES } from "@/lib/text/locales";
import { sharedMessages } from "@/lib/text/messages";
import "./globals.css";

/** What browsers, search engines and shared links show where a page has no metadata of its own. */
export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getPageText();
  const product = t("layout.product");
  return {
    title: { default: product, template: `%s · ${product}` },
    description: t("pages.meta.description"),
    applicationName: product,
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** The browser's own surfaces have the colour of the theme. */
export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1514" },
  ],
};

/**
 * The document. Every page, the not-found page too, is rendered on request, because its scripts need
 * the nonce of the content security policy. A cookie gives the reader's theme before the first paint;
 * without one the system's theme is used.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const { locale, dir } = await getPageText();
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang={LOCALES[locale].tag}
      dir={dir}
      data-theme={theme ?? undefined}
      suppressHydrationWarning
    >
      <body>
        <NextIntlClientProvider locale={locale} messages={sharedMessages(locale)}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

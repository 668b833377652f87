import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { BrowserText } from "@/components/layout/browser-text";
import { THEME_SCRIPT } from "@/components/layout/theme";
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
 * The document. Every page, the not-found page too, is rendered on request, because its scripts need the nonce of the content
 * security policy. It is the same for every reader: the script in its head gives the theme that the reader chose before the
 * first paint; without a choice the system's theme is used.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, dir } = await getPageText();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={LOCALES[locale].tag} dir={dir} suppressHydrationWarning>
      <head>
        <script nonce={nonce}>{THEME_SCRIPT}</script>
      </head>
      <body>
        <BrowserText
          locale={locale}
          messages={locale === "en-XA" ? sharedMessages(locale) : undefined}
        >
          {children}
        </BrowserText>
      </body>
    </html>
  );
}

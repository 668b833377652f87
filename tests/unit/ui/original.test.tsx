import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { TranslationNotice } from "../../../components/layout/translation-notice";
import { Original } from "../../../components/ui/original";
import type { Locale } from "../../../lib/text/locales";
import { messagesFor } from "../../../lib/text/messages";

vi.mock("next/navigation", () => ({
  usePathname: () => "/gaps",
  useSearchParams: () => new URLSearchParams("province=sindh"),
}));

const title = (locale: Locale, lang?: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale)}>
      <p>
        <Original lang={lang}>Land for a steel mill.</Original>
      </p>
    </NextIntlClientProvider>,
  );

test("words of the record are marked where the page is in another language", () => {
  expect(title("en")).toBe("<p>Land for a steel mill.</p>");
  expect(title("ur")).toBe('<p><bdi lang="en">Land for a steel mill.</bdi></p>');
  expect(title("ur", "ur")).toBe("<p>Land for a steel mill.</p>");
  expect(title("en", "ur")).toBe('<p><bdi lang="ur" dir="rtl">Land for a steel mill.</bdi></p>');
  expect(title("en", "zh")).toBe('<p><bdi lang="zh">Land for a steel mill.</bdi></p>');
});

test("Urdu words without a language are marked by their script", () => {
  const words = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messagesFor("en")}>
      <Original>رشکئی خصوصی اقتصادی زون</Original>
    </NextIntlClientProvider>,
  );
  expect(words).toBe('<bdi lang="ur" dir="rtl">رشکئی خصوصی اقتصادی زون</bdi>');
});

test("a translation says that nobody has checked it, and leads to the original", () => {
  const notice = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh" messages={messagesFor("zh")}>
      <TranslationNotice />
    </NextIntlClientProvider>,
  );
  expect(notice).toContain("母语读者");
  expect(notice).toContain('<a href="/gaps?province=sindh" hrefLang="en"');
});

import type { Metadata } from "next";
import { CARD_SIZE, cardPath } from "@/lib/contract/share-card";
import { decodeFirmId } from "@/lib/firms/firm-address";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText } from "@/lib/server/text/page-text";
import { LOCALES, type Locale } from "@/lib/text/locales";
import { addressesByLanguage, READER_LOCALES } from "@/lib/text/reader-language";
import type { Text } from "@/lib/text/text";
import { feedTypes } from "./feed-types";
import type { SearchParams } from "./load-query";
import { describeRoute, type SharedRoute } from "./page-descriptions";
import type { PageDescription } from "./page-lookup";

/** The props of a page with or without a part of its path in brackets. */
interface PageProps {
  readonly params: Promise<Readonly<Record<string, string>>>;
  readonly searchParams: Promise<SearchParams>;
}

/**
 * The metadata of a page from its route: title and description of what its address shows, the canonical address, the
 * share card, and where programs find the embed and the feeds.
 */
export function metadataOf(route: SharedRoute) {
  return async ({ params, searchParams }: PageProps): Promise<Metadata> => {
    const [text, [part = ""], search] = await Promise.all([
      getPageText(),
      params.then(Object.values<string>),
      searchParams,
    ]);
    const lookup = await describeRoute(text, route, decodeFirmId(part), search);
    if ("missing" in lookup) return { title: text.t("pages.notFound.title") };
    if ("problems" in lookup) return { title: text.t("pages.badAddress.title") };
    return buildMetadata(text, lookup.page, await siteOrigin());
  };
}

/** The address of a page in the language shown, and in every language. */
export function languageAlternates(locale: Locale, origin: string, path: string) {
  const languages = addressesByLanguage(origin, path);
  return { canonical: languages[LOCALES[locale].tag] ?? origin + path, languages };
}

function buildMetadata(
  text: Text,
  { address, title, description, view, embed, feed }: PageDescription,
  origin: string,
): Metadata {
  const image = {
    url: origin + cardPath(address),
    ...CARD_SIZE,
    type: "image/png",
    alt: `${title}. ${description}`,
  };
  const alternates = languageAlternates(text.locale, origin, address);
  const oembed = `${origin}/api/oembed?${new URLSearchParams({ url: alternates.canonical })}`;
  return {
    title,
    description,
    // A past day says what the page said then; a search should lead to today.
    ...(view === null || view.current ? {} : { robots: { index: false } }),
    alternates: {
      ...alternates,
      types: {
        ...(embed === null ? {} : { "application/json+oembed": oembed }),
        ...feedTypes(text, origin, feed),
      },
    },
    openGraph: {
      type: "website",
      siteName: text.t("layout.product"),
      locale: openGraphLocale(text.locale),
      alternateLocale: READER_LOCALES.filter((one) => one !== text.locale).map(openGraphLocale),
      title,
      description,
      url: alternates.canonical,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}

/** A language as Open Graph names it: "ur_PK". */
function openGraphLocale(locale: Locale): string {
  return LOCALES[locale].intl.replace("-", "_");
}

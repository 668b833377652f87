import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { listReleasesOrNull } from "@/app/(site)/data/load-releases";
import { ABOUT_PAGES, NAVIGATION } from "@/components/layout/navigation";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { releasePath } from "@/lib/contract/release-answer";
import { provincePath, sourcePath } from "@/lib/evidence/addresses";
import { firmPath } from "@/lib/firms/firm-address";
import { listPlacedFirms } from "@/lib/firms/firms";
import { textLocale } from "@/lib/server/env";
import { siteOrigin } from "@/lib/server/origins";
import { currentView } from "@/lib/server/registry/registry-at";
import { addressesByLanguage } from "@/lib/text/reader-language";

/** `/sitemap.xml`: every public page of today, with those of provinces, zones, firms, sources and releases, each in every
 * language with its addresses in all of them. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const { registry, sources } = await currentView();
  const origin = await siteOrigin();
  const releases = (await listReleasesOrNull()) ?? [];
  const firms = listPlacedFirms(registry.zones).map(({ id }) => firmPath(id));
  const paths = [
    ...[...NAVIGATION.flatMap(({ pages }) => pages), ...ABOUT_PAGES].map(({ href }) => href),
    ...listTerms("province").map(({ value }) => provincePath(value)),
    ...registry.zones.map(({ slug }) => `/zones/${slug}`),
    ...new Set(firms),
    ...sources.map(({ id }) => sourcePath(id)),
    ...releases.map(({ number }) => releasePath(number)),
  ];
  const site = textLocale();
  return paths.flatMap((path) => {
    const languages = addressesByLanguage(origin + path, site);
    // The address without a language is listed twice: for the site's own language, and for all others.
    const addresses = [...new Set(Object.values(languages))];
    return addresses.map((url) => ({ url, alternates: { languages } }));
  });
}

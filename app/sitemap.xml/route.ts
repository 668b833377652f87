import { listReleasesOrNull } from "@/app/(site)/data/load-releases";
import { ABOUT_PAGES, NAVIGATION } from "@/components/layout/navigation";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { releasePath } from "@/lib/contract/release-answer";
import { provincePath, sourcePath } from "@/lib/evidence/addresses";
import { firmPath } from "@/lib/firms/firm-address";
import { listPlacedFirms } from "@/lib/firms/firms";
import { sitemapIndexXml, sitemapXml } from "@/lib/formats/sitemap";
import { CURRENT } from "@/lib/server/http/cache-headers";
import { getOrigin } from "@/lib/server/http/read-route";
import { respondText } from "@/lib/server/http/respond";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { addressesByLanguage } from "@/lib/text/reader-language";

/** Pages of one part, each with some 2 kB in 3 languages: few enough to be written at once. A sitemap may have 50,000 addresses. */
const PART_SIZE = 1_000;

/**
 * Every public page of today, with those of provinces, zones, firms, sources and releases, each in every language with its
 * addresses in all of them. With more than 1,000 pages it lists its parts, which are at `?part=1` and so on; 404 for others.
 */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const origin = getOrigin(request, url);
  const paths = await listPaths();
  const parts = Math.ceil(paths.length / PART_SIZE);
  const asked = url.searchParams.get("part");
  if (asked === null && parts > 1) {
    const numbers = Array.from({ length: parts }, (_, i) => i + 1);
    return respondXml(
      sitemapIndexXml(numbers.map((part) => `${origin}${url.pathname}?part=${part}`)),
    );
  }
  const part = /^[1-9]\d{0,5}$/.test(asked ?? "1") ? Number(asked ?? 1) : parts + 1;
  if (part > parts) {
    const { t } = await getText();
    return respondText(404, t("files.sitemap.noSuchPart", { parts }));
  }
  const entries = paths.slice((part - 1) * PART_SIZE, part * PART_SIZE).flatMap((path) => {
    const languages = addressesByLanguage(origin, path);
    // The English address is listed twice: for English, and for all other languages.
    return [...new Set(Object.values(languages))].map((url) => ({ url, languages }));
  });
  return respondXml(sitemapXml(entries));
}

async function listPaths(): Promise<string[]> {
  const { registry, sources } = await currentView();
  const releases = (await listReleasesOrNull()) ?? [];
  const firms = listPlacedFirms(registry.zones).map(({ id }) => firmPath(id));
  return [
    ...[...NAVIGATION.flatMap(({ pages }) => pages), ...ABOUT_PAGES].map(({ href }) => href),
    ...listTerms("province").map(({ value }) => provincePath(value)),
    ...registry.zones.map(({ slug }) => `/zones/${slug}`),
    ...new Set(firms),
    ...sources.map(({ id }) => sourcePath(id)),
    ...releases.map(({ number }) => releasePath(number)),
  ];
}

function respondXml(xml: string): Response {
  const headers = { "content-type": "application/xml; charset=utf-8", "cache-control": CURRENT };
  return respondText(200, xml, headers);
}

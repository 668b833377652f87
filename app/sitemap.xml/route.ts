import { listReleasesOrNull } from "@/app/(site)/data/load-releases";
import { ABOUT_PAGES, NAVIGATION } from "@/components/layout/navigation";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { releasePath, tablePath } from "@/lib/contract/release-answer";
import { provincePath, sourcePath } from "@/lib/evidence/addresses";
import type { Facts } from "@/lib/evidence/ledger-records";
import { firmPath } from "@/lib/firms/firm-address";
import { listPlacedFirms } from "@/lib/firms/firms";
import { DAY_TABLES } from "@/lib/formats/day-tables";
import { sitemapIndexXml, sitemapXml } from "@/lib/formats/sitemap";
import { CURRENT } from "@/lib/server/http/cache-headers";
import { getOrigin } from "@/lib/server/http/read-route";
import { respondText } from "@/lib/server/http/respond";
import { currentView, getChangeDay } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { addressesByLanguage } from "@/lib/text/reader-language";
import { pakistanDay } from "@/lib/time/day";

/** Pages of one part, each with some 2 kB in 3 languages: few enough to be written at once. A sitemap may have 50,000 addresses. */
const PART_SIZE = 1_000;

/** Pages without an answer of their own. */
const NOT_LISTED: readonly string[] = ["/compare", "/correct"];

/**
 * The public pages of today that are worth finding, with those of provinces, zones, firms, releases and of sources that something
 * cites, each in every language with its addresses in all of them and the day of its last change. With more than 1,000 pages it lists its parts, which are at `?part=1` and so on; 404 for others.
 */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const origin = getOrigin(request, url);
  const pages = await listPages();
  const parts = Math.ceil(pages.length / PART_SIZE);
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
  const shown = pages.slice((part - 1) * PART_SIZE, part * PART_SIZE);
  const entries = shown.flatMap(({ path, changedOn }) => {
    const languages = addressesByLanguage(origin, path);
    // The English address is listed twice: for English, and for all other languages.
    return [...new Set(Object.values(languages))].map((url) => ({ url, languages, changedOn }));
  });
  return respondXml(sitemapXml(entries));
}

async function listPages() {
  const view = await currentView();
  const { registry, sources, events, context, statements, facts } = view;
  const releases = (await listReleasesOrNull()) ?? [];
  const days = facts.revisions.map(({ recordedAt }) => pakistanDay(new Date(recordedAt)));
  const dayOf = (revision: number | undefined) => days[(revision ?? 0) - 1] ?? null;
  const changes = listLastRevisions(facts);
  for (const { sourceId, revision } of [...events, ...context, ...statements]) {
    if (!changes.sources.has(sourceId)) changes.sources.set(sourceId, revision);
  }
  const firms = new Map(
    listPlacedFirms(registry.zones).map(({ id, record }) => [id, record.tenancy.id]),
  );
  const today = [
    ...[...NAVIGATION.flatMap(({ pages }) => pages), ...ABOUT_PAGES].map(({ href }) => href),
    ...DAY_TABLES.map(tablePath),
    ...listTerms("province").map(({ value }) => provincePath(value)),
  ].filter((path) => !NOT_LISTED.includes(path));
  return [
    ...today.map((path) => ({ path, changedOn: getChangeDay(view) })),
    ...registry.zones.map(({ slug }) => ({
      path: `/zones/${slug}`,
      changedOn: dayOf(changes.zones.get(slug)),
    })),
    ...[...firms].map(([id, tenancy]) => ({
      path: firmPath(id),
      changedOn: dayOf(changes.tenancies.get(tenancy)),
    })),
    ...sources.flatMap(({ id }) => {
      const revision = changes.sources.get(id);
      return revision === undefined ? [] : { path: sourcePath(id), changedOn: dayOf(revision) };
    }),
    ...releases.map(({ number, madeAt }) => ({
      path: releasePath(number),
      changedOn: pakistanDay(new Date(madeAt)),
    })),
  ];
}

/** The last revision with a claim on each zone and firm in a zone, or of each source. */
function listLastRevisions({ claims }: Facts) {
  const zones = new Map<string, number>();
  const tenancies = new Map<string, number>();
  const sources = new Map<string, number>();
  // They are in order of revision.
  for (const { zone, tenancy, sourceId, revision } of claims) {
    zones.set(zone, revision);
    if (tenancy !== null) tenancies.set(tenancy, revision);
    sources.set(sourceId, revision);
  }
  return { zones, tenancies, sources };
}

function respondXml(xml: string): Response {
  const headers = { "content-type": "application/xml; charset=utf-8", "cache-control": CURRENT };
  return respondText(200, xml, headers);
}

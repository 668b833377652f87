import { loadRegistry, type SearchParams } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { LedgerPage } from "@/components/features/zones/ledger-page";
import { BadAddress } from "@/components/layout/bad-parameters";
import { LEDGER_FILTERS, type LedgerQuery, listLedgerLines } from "@/lib/evidence/ledger-lines";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { requireZone, ZoneBreadcrumbs, ZoneFrame } from "../zone-frame";

type Props = PageProps<"/zones/[slug]/ledger">;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/zones/[slug]/ledger");

/** Every claim on one zone and its firms, at the date and revision of the address. */
export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const search = await searchParams;
  const path = `/zones/${slug}/ledger`;
  const answer = await loadRegistry(search, await pageLocale());
  if ("problems" in answer) return <BadAddress {...answer} path={path} />;

  const { view } = answer;
  const { registry } = view;
  await requireZone(view, slug, "/ledger", search);
  const zone = registry.zones.find((candidate) => candidate.slug === slug);
  const moment = momentPairs(search);
  const text = await getPageText();
  const { t } = text;
  return (
    <ZoneFrame
      slug={slug}
      path={path}
      params={search}
      view={view}
      others={filterPairs(search)}
      printedSource={figureSource(text, view)}
    >
      {zone ? (
        <>
          <ZoneBreadcrumbs zone={zone} params={search} page={t("zones.path.newestFirst")} />
          <LedgerPage
            name={zone.values.name ?? slug}
            byFactPath={`/zones/${slug}/evidence${toSearch(moment)}`}
            path={path}
            lines={listLedgerLines(view, slug, view.registry)}
            query={Object.fromEntries(filterPairs(search)) satisfies LedgerQuery}
            listed={search}
            moment={moment}
            cleared={path + toSearch(moment)}
          />
        </>
      ) : null}
    </ZoneFrame>
  );
}

/** The filters of the address. A form sends an unused one as empty; of one given twice the first counts. */
function filterPairs(params: SearchParams): [string, string][] {
  return LEDGER_FILTERS.flatMap((key): [string, string][] => {
    const [value] = [params[key] ?? []].flat();
    return value ? [[key, value]] : [];
  });
}

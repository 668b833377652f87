import { metadataOf } from "@/app/(site)/page-metadata";
import { DataPage } from "@/components/features/data/data-page";
import { DescribedBy } from "@/components/features/data/described-by";
import type { TableFacts } from "@/components/features/data/table-list";
import type { DataCounts } from "@/components/features/data/todays-files";
import { JsonLd } from "@/components/layout/json-ld";
import { ReadingPage } from "@/components/layout/reading-page";
import { EXPORT_FORMATS } from "@/components/query-bar/export-formats";
import { METHOD } from "@/lib/contract/meta";
import { sortByDay } from "@/lib/contract/release-answer";
import { describeDataset } from "@/lib/contract/structured-data";
import { DAY_TABLES, type DayTableName, dayTable } from "@/lib/formats/day-tables";
import { citation } from "@/lib/formats/file-notes";
import { countScopes } from "@/lib/query/scope";
import { siteOrigin } from "@/lib/server/origins";
import { countReports } from "@/lib/server/registry/load-source-rows";
import { currentView, getChangeDay, type RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { englishText } from "@/lib/text/english-text";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";
import { citeRelease, listReleasesOrNull, pinnedToday, sharedByDatasets } from "./load-releases";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/data");

/** Every way to get the data, with today's counts and all releases. */
export default async function Page() {
  const view = await currentView();
  const { asOf, latestRevision } = view;
  const text = await getPageText();
  const [releases, origin] = await Promise.all([listReleasesOrNull(), siteOrigin()]);
  const pinned = pinnedToday(view);
  const [latest] = sortByDay(releases ?? []);
  const today = { asOf, version: latestRevision, method: METHOD };
  return (
    <ReadingPage note={describeSearch(text, view)}>
      <DescribedBy />
      <JsonLd data={describeToday(text, view, origin)} />
      <DataPage
        counts={countRecords(view, countReports(view))}
        releases={releases}
        pinned={pinned}
        tables={listTables(view)}
        citations={[
          ...(latest
            ? [
                {
                  of: text.t("data.cite.release", { number: latest.number }),
                  entry: citeRelease(latest, origin),
                },
              ]
            : []),
          {
            of: text.t("data.cite.today"),
            entry: citation(englishText, text.t("files.title"), today, origin + pinned),
          },
        ]}
      />
    </ReadingPage>
  );
}

/** What people look for first. */
const FIRST: readonly DayTableName[] = ["evidence", "targets", "readiness", "tenancies"];

/** Each table in a few words. */
function listTables({ registry, ...ledger }: RegistryView): readonly TableFacts[] {
  return [...new Set([...FIRST, ...DAY_TABLES])].map((name) => {
    const { summary } = dayTable({ text: englishText, ledger, registry }, name);
    return { name, summary };
  });
}

/** Today's data for search engines. */
function describeToday(text: Text, view: RegistryView, origin: string) {
  return describeDataset({
    ...sharedByDatasets(text, view, origin),
    name: text.t("files.title"),
    url: `${origin}/data`,
    asOf: view.asOf,
    modified: getChangeDay(view),
    version: `r${view.latestRevision}`,
    files: EXPORT_FORMATS.map((format) => ({
      name: format.name,
      type: format.type,
      url: `${origin}/api/v1/zones.${format.extension}?scope=all`,
    })),
  });
}

function countRecords(view: RegistryView, reports: number): DataCounts {
  const { rows, sources } = view;
  return {
    zones: rows.length,
    announced: countScopes(rows).announced,
    reports,
    sources: sources.length,
  };
}

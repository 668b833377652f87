import { metadataOf } from "@/app/(site)/page-metadata";
import { type Citation, DataPage } from "@/components/features/data/data-page";
import type { DataCounts } from "@/components/features/data/todays-files";
import { JsonLd } from "@/components/layout/json-ld";
import { ReadingPage } from "@/components/layout/reading-page";
import { EXPORT_FORMATS } from "@/components/query-bar/export-formats";
import { METHOD } from "@/lib/contract/meta";
import { type ReleaseAnswer, releasePath } from "@/lib/contract/release-answer";
import { describeDataset, type StructuredData } from "@/lib/contract/structured-data";
import { citation, LICENCE } from "@/lib/formats/file-notes";
import { countScopes } from "@/lib/query/scope";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText } from "@/lib/server/page-text";
import { readOrAway } from "@/lib/server/read-or-away";
import { listReleases } from "@/lib/server/read-releases";
import { currentView, type RegistryView } from "@/lib/server/registry-at";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/data");

/** Every way to get the data, with today's counts and all releases. */
export default async function Page() {
  const view = await currentView();
  const { asOf, latestRevision, registry } = view;
  const text = await getPageText();
  const [releases, origin] = await Promise.all([listReleasesOrNull(), siteOrigin()]);
  const pinned = `/api/v1/zones.csv?scope=all&asOf=${asOf}&knownOn=${registry.knownOn}`;
  const [latest] = releases ?? [];
  const today = { asOf, version: latestRevision, method: METHOD };
  return (
    <ReadingPage note={describeSearch(text, view)}>
      {listDatasets(text, view, releases ?? [], origin).map((data) => (
        <JsonLd key={String(data.version)} data={data} />
      ))}
      <DataPage
        counts={countRecords(view)}
        releases={releases}
        pinned={pinned}
        today={asOf}
        citations={[
          ...(latest ? [citeRelease(text, latest, origin)] : []),
          {
            of: text.t("data.cite.today"),
            entry: citation(text, text.t("files.title"), today, origin + pinned),
          },
        ]}
      />
    </ReadingPage>
  );
}

/** Today's data and each release, for search engines. */
function listDatasets(
  { t }: Text,
  { asOf, latestRevision }: RegistryView,
  releases: readonly ReleaseAnswer[],
  origin: string,
): StructuredData[] {
  const shared = {
    description: t("data.meta.description"),
    creator: t("layout.product"),
    licence: LICENCE.url,
  };
  const name = t("files.title");
  const today = describeDataset({
    ...shared,
    name,
    url: `${origin}/data`,
    modified: asOf,
    version: `r${latestRevision}`,
    files: EXPORT_FORMATS.map((format) => ({
      name: format.name,
      type: format.type,
      url: `${origin}/api/v1/zones.${format.extension}?scope=all`,
    })),
  });
  return [
    today,
    ...releases.map(({ number, asOf: day, files }) =>
      describeDataset({
        ...shared,
        name: t("files.release", { title: name, number }),
        url: origin + releasePath(number),
        modified: day,
        version: number,
        files: files.map((file) => ({
          name: file.name,
          type: file.type,
          url: origin + file.path,
        })),
      }),
    ),
  ];
}

/** Releases are not kept in memory: null without the database, and the rest of the page still works. */
async function listReleasesOrNull(): Promise<readonly ReleaseAnswer[] | null> {
  const releases = await readOrAway("releases", listReleases);
  return releases === "away" ? null : releases;
}

function citeRelease(text: Text, release: ReleaseAnswer, origin: string): Citation {
  const { number } = release;
  const title = text.t("files.release", { title: text.t("files.title"), number });
  return {
    of: text.t("data.cite.release", { number }),
    entry: citation(text, title, release, origin + releasePath(number)),
  };
}

function countRecords(view: RegistryView): DataCounts {
  const { registry, rows, facts, sources, events, context } = view;
  return {
    zones: rows.length,
    announced: countScopes(rows).announced,
    reports: facts.claims.length,
    firms: registry.zones.reduce((sum, { tenancies }) => sum + tenancies.length, 0),
    sources: sources.length,
    events: events.length,
    context: context.length,
  };
}

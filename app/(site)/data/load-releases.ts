import { cache } from "react";
import type { ReleaseAnswer, ReleaseFileAnswer } from "@/lib/contract/answer-schemas";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { releasePath } from "@/lib/contract/release-answer";
import { describeDataset, type StructuredData } from "@/lib/contract/structured-data";
import { listColumns } from "@/lib/formats/columns";
import { citation, LICENCE } from "@/lib/formats/file-notes";
import { getBoundingBox } from "@/lib/formats/point";
import { listKeywords, releaseTitle } from "@/lib/formats/release-metadata";
import { readOrAway } from "@/lib/server/log/read-or-away";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { listReleases } from "@/lib/server/releases/read-releases";
import { englishText } from "@/lib/text/english-text";
import type { Text } from "@/lib/text/text";

/**
 * All releases, newest first; null without the database: they are not kept in memory, and the rest of the site still works. Once
 * for each request of a page.
 */
export const listReleasesOrNull = cache(async (): Promise<readonly ReleaseAnswer[] | null> => {
  const releases = await readOrAway("releases", listReleases);
  return releases === "away" ? null : releases;
});

/** Path and query of today's zones as CSV, which gives the same as long as the method stays the same. */
export function pinnedToday({ asOf, registry }: RegistryView): string {
  return `/api/v1/zones.csv?scope=all&asOf=${asOf}&knownOn=${registry.knownOn}`;
}

/** The entry of a release for a list of references, in English, the language of the data. */
export function citeRelease(release: ReleaseAnswer, origin: string): string {
  const { number } = release;
  const title = releaseTitle(englishText, number);
  return citation(englishText, title, release, origin + releasePath(number));
}

/** What search engines learn of today's data and of each release alike. */
export function sharedByDatasets(text: Text, { rows }: RegistryView, origin: string) {
  const { t } = text;
  return {
    contact: `${origin}/contact`,
    keywords: listKeywords(text),
    extent: getBoundingBox(rows),
    variables: listColumns(text),
    description: t("data.meta.description"),
    creator: t("layout.product"),
    licence: LICENCE.url,
    catalogue: origin + ENDPOINTS.catalogue.path,
  };
}

/** A release for search engines. */
export function describeReleaseData(
  text: Text,
  view: RegistryView,
  { number, asOf, files }: ReleaseAnswer,
  archive: ReleaseFileAnswer,
  origin: string,
): StructuredData {
  return describeDataset({
    ...sharedByDatasets(text, view, origin),
    name: releaseTitle(text, number),
    url: origin + releasePath(number),
    asOf,
    modified: asOf,
    version: number,
    files: [archive, ...files].map((file) => ({ ...file, url: origin + file.path })),
  });
}

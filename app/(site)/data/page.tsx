import type { Metadata } from "next";
import { ApiReference } from "@/components/features/data/api-reference";
import { CiteData } from "@/components/features/data/cite-data";
import { DataContents } from "@/components/features/data/data-part";
import { DictionarySummary } from "@/components/features/data/dictionary-summary";
import { ReleaseList } from "@/components/features/data/release-list";
import { type DataCounts, TodaysFiles } from "@/components/features/data/todays-files";
import { ReadingPage } from "@/components/layout/reading-page";
import { METHOD } from "@/lib/contract/method";
import { type ReleaseAnswer, releaseFilePath, releasePath } from "@/lib/contract/release-answer";
import { citation } from "@/lib/formats/terms-of-use";
import { countScopes } from "@/lib/query/scope";
import { isDatabaseAway } from "@/lib/server/database-away";
import { getText } from "@/lib/server/get-text";
import { listReleases } from "@/lib/server/read-releases";
import { siteOrigin } from "@/lib/server/site-origin";
import { type RegistryView, registryAt } from "@/lib/server/store";
import { formatNumber } from "@/lib/text/format-number";
import type { Text } from "@/lib/text/text";

export const metadata: Metadata = {
  title: "Data",
  description:
    "Everything the tracker knows, as files, as an API, and as numbered releases that never change.",
  alternates: { canonical: "/data" },
};

/** What can be had of the data, and how. */
export default async function Page() {
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  const { view } = answer;
  const { asOf, latestRevision } = view;
  const text = await getText();
  const [releases, origin] = await Promise.all([releasesOrNull(), siteOrigin()]);
  const counts = countsOf(view);
  const pinned = `/api/v1/zones.csv?scope=all&asOf=${asOf}&knownOn=r${latestRevision}`;
  const [latest] = releases ?? [];
  return (
    <ReadingPage>
      <header className="mb-6">
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">Data</h1>
        <p className="mt-3 max-w-[62ch] text-pretty font-serif text-17">
          Everything the tracker knows, as files, as an API, as numbered releases:{" "}
          {formatNumber(counts.zones)} zones, {formatNumber(counts.claims)} claims and{" "}
          {formatNumber(counts.sources)} sources today
          {releasesInWords(releases)}.
        </p>
      </header>
      <DataContents />
      <div className="grid gap-y-12">
        <TodaysFiles counts={counts} />
        <ReleaseList releases={releases} pinned={pinned} />
        <DictionarySummary />
        <ApiReference
          today={asOf}
          releaseFile={latest ? releaseFilePath(latest.number, "zones.csv") : null}
        />
        <CiteData
          citations={[
            ...(latest
              ? [{ of: `Release ${latest.number}`, text: citeRelease(text, latest, origin) }]
              : []),
            {
              of: "The data of today",
              text: citation(
                text,
                text.t("files.title"),
                { asOf, version: latestRevision, method: METHOD },
                origin + pinned,
              ),
            },
          ]}
        />
      </div>
    </ReadingPage>
  );
}

/** The releases are not kept in memory; without the database the rest of the page still shows. */
async function releasesOrNull(): Promise<readonly ReleaseAnswer[] | null> {
  try {
    return await listReleases();
  } catch (error) {
    if (isDatabaseAway(error)) return null;
    throw error;
  }
}

function releasesInWords(releases: readonly ReleaseAnswer[] | null): string {
  if (releases === null) return "";
  if (releases.length === 0) return ", and no release frozen yet";
  return `, and ${releases.length} ${releases.length === 1 ? "release" : "releases"} that will not change`;
}

function citeRelease(text: Text, release: ReleaseAnswer, origin: string): string {
  const { number } = release;
  const title = text.t("files.release", { title: text.t("files.title"), number });
  return citation(text, title, release, origin + releasePath(number));
}

function countsOf(view: RegistryView): DataCounts {
  const { registry, rows, facts, sources, events, context } = view;
  return {
    zones: rows.length,
    announced: countScopes(rows).announced,
    claims: facts.claims.length,
    firms: registry.zones.reduce((sum, { tenancies }) => sum + tenancies.length, 0),
    sources: sources.length,
    events: events.length,
    context: context.length,
  };
}

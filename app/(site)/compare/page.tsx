import { metadataOf } from "@/app/(site)/page-metadata";
import { PastBanner } from "@/app/(site)/subject-time-bar";
import { figureSource } from "@/components/charts/figure-source";
import { ADDED_ZONE } from "@/components/features/compare/added-zone";
import { buildComparedZone, Comparison } from "@/components/features/compare/comparison-table";
import {
  replaceWord,
  SelectionNotices,
  Suggestions,
} from "@/components/features/compare/selection";
import { ZoneField } from "@/components/features/compare/zone-field";
import { ZonePicker } from "@/components/features/compare/zone-picker";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { PageTimeBar } from "@/components/time/page-time-bar";
import {
  countClaimsByQuarter,
  listChangeDates,
  listEvidence,
} from "@/lib/evidence/active-evidence";
import { zoneOfSubject } from "@/lib/evidence/evidence-index";
import {
  COMPARE_LIMITS,
  compareZones,
  countDifferences,
  suggestComparisons,
} from "@/lib/query/compare";
import { MOST_ON_ONE_PAGE } from "@/lib/query/list-page";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { addReadiness } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { describeComparison, describeStandings } from "@/lib/text/comparison-summary";
import { describeSearch } from "@/lib/text/search-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { packDays } from "@/lib/time/packed-days";
import {
  COMPARE_PATH,
  type ComparisonRequest,
  listPickableZones,
  readComparison,
} from "./read-comparison";

type Props = PageProps<"/compare">;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/compare");

/** 2 to 6 zones side by side, at the day and revision of the address. */
export default async function Page({ searchParams }: Props) {
  const text = await getPageText();
  const { t } = text;
  const comparison = await readComparison(await searchParams, await pageLocale());
  if ("problems" in comparison) {
    return <BadAddress {...comparison} path={COMPARE_PATH} />;
  }
  const { data, selection, getName, hrefOf, zonesParam } = comparison;
  const { query, view } = data;
  const records = selection.slugs.flatMap(
    (slug) => view.registry.zones.find((zone) => zone.slug === slug) ?? [],
  );
  const zones = records.map((record) => buildComparedZone(record, query));
  const slugs = zones.map(({ record }) => record.slug);
  const names = zones.map(({ name }) => name);
  const groups = compareZones(records);
  const isEnough = zones.length >= COMPARE_LIMITS.min;
  const isFull = slugs.length >= COMPARE_LIMITS.max;
  const hrefOfSlugs = (to: readonly string[]) => hrefOf(to.join(","));
  return (
    <ReadingPage note={describeSearch(text, view)} printedSource={figureSource(text, view)}>
      <header className="mb-5">
        <h1 className="page-title">
          {isEnough ? describeTitle(text, names) : t("compare.page.title")}
        </h1>
        <p className="page-lead mt-3">
          {isEnough
            ? text.sentences([
                describeStandings(text, records),
                describeComparison(text, countDifferences(groups)),
              ])
            : describeStart(text, names)}
        </p>
      </header>
      <SelectionNotices
        selection={selection}
        notYet={selection.slugs.filter((slug) => !slugs.includes(slug)).map(getName)}
        getName={getName}
        asOf={view.asOf}
        fixHref={({ word, near }) => hrefOf(replaceWord(zonesParam, word, near?.slug ?? null))}
      />
      <ComparisonTime comparison={comparison} />
      <div className="no-print mb-2 max-w-96">
        {view.rows.length > MOST_ON_ONE_PAGE && !isFull ? (
          <ZoneField
            path={COMPARE_PATH}
            pairs={[...comparison.otherParams, ...momentPairs(query)]}
          />
        ) : (
          <ZonePicker
            zones={isFull ? [] : listPickableZones(text, view.registry.zones, slugs)}
            href={hrefOfSlugs([...slugs, ADDED_ZONE])}
            isFull={isFull}
            words={{
              label: t("compare.picker.label"),
              placeholder: isFull
                ? t("compare.picker.full", { most: text.number(COMPARE_LIMITS.max) })
                : t("compare.picker.hint"),
              none: t("compare.picker.none"),
            }}
          />
        )}
      </div>
      {isEnough ? (
        <>
          <Comparison
            zones={zones}
            groups={groups}
            shown={comparison.shown}
            weights={query.weights}
            moment={view.registry}
            hrefOf={hrefOfSlugs}
            files={listFiles(comparison, slugs)}
          />
          <p className="mt-6 max-w-[68ch] text-12 text-ink-3">{t("compare.page.rule")}</p>
        </>
      ) : (
        <Suggestions
          suggestions={suggestComparisons(
            addReadiness(view.rows, query),
            addReadiness(view.rows, query).find(({ slug }) => slug === slugs[0]) ?? null,
          )}
          getName={getName}
          hrefOf={hrefOfSlugs}
        />
      )}
    </ReadingPage>
  );
}

/** The title names at most so many zones; the heads of the columns name all. */
const MAX_NAMED = 3;

function describeTitle({ t, list, number }: Text, names: readonly string[]): string {
  return names.length > MAX_NAMED
    ? t("compare.page.titleMany", { count: number(names.length) })
    : t("compare.page.titleWith", { names: list(names) });
}

function describeStart({ t }: Text, [only]: readonly string[]): string {
  return only === undefined ? t("compare.page.empty") : t("compare.page.one", { name: only });
}

/** Files of the comparison and of its zones, pinned to the day and revision shown. */
function listFiles({ data: { query, view } }: ComparisonRequest, slugs: readonly string[]) {
  const moment = { asOf: view.asOf, knownOn: view.registry.knownOn };
  const pinned = toSearch(
    writeQuery({ ...query, ...moment, scope: "all", q: "", filters: {}, zones: slugs, sort: [] }),
  );
  return [
    { key: "comparisonCsv", href: `/compare/comparison.csv${pinned}` },
    { key: "zonesCsv", href: `/api/v1/zones.csv${pinned}` },
    { key: "zonesXlsx", href: `/api/v1/zones.xlsx${pinned}` },
  ] as const;
}

/** The time bar of the comparison: over the evidence of the compared zones, or of all where none is selected. */
function ComparisonTime({ comparison }: { comparison: ComparisonRequest }) {
  const { data, selection, otherParams } = comparison;
  const { view, query, today } = data;
  const compared = new Set(selection.slugs);
  const isCompared = (subject: string) => compared.has(zoneOfSubject(subject));
  const hasZones = compared.size > 0;
  return (
    <div className="mb-5 grid gap-3">
      <PageTimeBar
        moment={{ asOf: query.asOf, knownOn: query.knownOn }}
        today={today}
        revision={view.registry.knownOn}
        quarters={
          hasZones
            ? countClaimsByQuarter(view.evidence, view.revision, today, isCompared)
            : data.quarters
        }
        changeDates={
          hasZones
            ? packDays(listChangeDates(listEvidence(view.evidence, isCompared), view.revision))
            : data.changeDates
        }
        words={useText().t("common.count.zones", { count: compared.size })}
        path={COMPARE_PATH}
        others={otherParams}
      />
      <PastBanner
        view={view}
        pinned={query.knownOn !== null}
        today={COMPARE_PATH + toSearch(otherParams)}
      />
    </div>
  );
}

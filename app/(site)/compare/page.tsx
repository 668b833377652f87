import type { Metadata } from "next";
import { comparedZone } from "@/components/features/compare/compared-zone";
import { ComparisonBar } from "@/components/features/compare/comparison-bar";
import { ComparisonTable } from "@/components/features/compare/comparison-table";
import { PickedNotices } from "@/components/features/compare/picked-notices";
import { withWord } from "@/components/features/compare/read-picked";
import { StartComparing } from "@/components/features/compare/start-comparing";
import { ZonePicker } from "@/components/features/compare/zone-picker";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import { COMPARE_LIMITS, compareZones, countDifferences } from "@/lib/query/compare";
import { suggestComparisons } from "@/lib/query/compare-suggestions";
import { toSearch } from "@/lib/query/search-string";
import { addReadiness } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { comparisonSummary } from "@/lib/text/comparison-words";
import { asSentence, inWords, listed } from "@/lib/text/number-words";
import { ComparisonTime } from "./comparison-time";
import { pickable } from "./pickable";
import { COMPARE_PATH, type ComparisonRequest, readComparison } from "./read-comparison";

type Props = PageProps<"/compare">;

/** The title names the zones, so that a shared link says what it shows. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const comparison = await readComparison(await searchParams);
  const slugs = "problems" in comparison ? [] : comparison.picked.slugs;
  const names = "problems" in comparison ? [] : slugs.map(comparison.getName);
  return {
    title: names.length < COMPARE_LIMITS.min ? "Compare" : `${listed(names, "and")}, compared`,
    description:
      "Two to six zones side by side: both ladders, readiness, firms, promises and every field with its date.",
    alternates: {
      canonical: slugs.length === 0 ? COMPARE_PATH : `${COMPARE_PATH}?zones=${slugs.join(",")}`,
    },
  };
}

/** Two to six zones side by side, at the day and version that the address names. */
export default async function Page({ searchParams }: Props) {
  const comparison = await readComparison(await searchParams);
  if ("problems" in comparison) {
    return <BadAddress problems={comparison.problems} path={COMPARE_PATH} />;
  }
  const { asked, picked, getName, hrefOf, zonesParam } = comparison;
  const { query, view } = asked;
  const records = picked.slugs.flatMap(
    (slug) => view.registry.zones.find((zone) => zone.slug === slug) ?? [],
  );
  const zones = records.map((record) => comparedZone(record, query, query.weights));
  const slugs = zones.map(({ record }) => record.slug);
  const groups = compareZones(records);
  const counts = countDifferences(groups);
  const enough = zones.length >= COMPARE_LIMITS.min;
  const hrefOfSlugs = (to: readonly string[]) => hrefOf(to.join(","));
  return (
    <ReadingPage>
      <header className="mb-5">
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">
          {enough ? titleWords(zones.map(({ name }) => name)) : "Zones side by side"}
        </h1>
        <p className="mt-3 max-w-[68ch] text-pretty font-serif text-17">
          {enough ? comparisonSummary(zones, counts) : startWords(zones.map(({ name }) => name))}
        </p>
      </header>
      <PickedNotices
        picked={picked}
        notYet={picked.slugs.filter((slug) => !slugs.includes(slug)).map(getName)}
        getName={getName}
        asOf={view.asOf}
        mend={({ word, near }) => hrefOf(withWord(zonesParam, word, near?.slug ?? null))}
      />
      <ComparisonTime comparison={comparison} />
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="no-print flex-1 basis-64">
          <ZonePicker
            zones={pickable(view.registry.zones, slugs, hrefOfSlugs)}
            full={
              slugs.length >= COMPARE_LIMITS.max
                ? `At most ${COMPARE_LIMITS.max} stand side by side`
                : null
            }
          />
        </div>
        {enough ? (
          <ComparisonBar
            shown={comparison.shown}
            counts={counts}
            hrefOf={(shown) => hrefOf(slugs.join(","), shown)}
            files={filesOf(comparison, slugs)}
          />
        ) : null}
      </div>
      {enough ? (
        <>
          <ComparisonTable
            zones={zones}
            groups={comparison.shown === "all" ? groups : onlyDifferences(groups)}
            weights={query.weights}
            evidence={view.evidence}
            moment={view.registry}
            hrefOf={hrefOfSlugs}
          />
          <p className="mt-6 max-w-[68ch] text-12 text-ink-3">
            Two values differ as two claims do: numbers by more than 5 % of the larger, dates where
            neither contains the other, lists as sets, places by more than 5 km, words by their
            letters. Unknown is never a difference.
          </p>
        </>
      ) : (
        <StartComparing
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

/** More names than this stand over their columns alone. */
const MOST_NAMED = 3;

function titleWords(names: readonly string[]): string {
  return names.length > MOST_NAMED
    ? `${asSentence(inWords(names.length))} zones, side by side`
    : `${listed(names, "and")}, side by side`;
}

function startWords(names: readonly string[]): string {
  const [only] = names;
  return only === undefined
    ? "Put two to six zones beside each other, to see in what they differ and on what nothing is known."
    : `${only} stands alone so far. Add one to five more, to see in what they differ and on what nothing is known.`;
}

function onlyDifferences(groups: ReturnType<typeof compareZones>): ReturnType<typeof compareZones> {
  return groups.flatMap(({ group, fields }) => {
    const differing = fields.filter(({ difference }) => difference === "differs");
    return differing.length === 0 ? [] : [{ group, fields: differing }];
  });
}

/** The files of what is compared: the comparison itself, and the zones with all that goes with them. */
function filesOf({ asked: { query, view } }: ComparisonRequest, slugs: readonly string[]) {
  const moment = { asOf: view.asOf, knownOn: `r${view.revision}` };
  const pinned = toSearch(
    writeQuery({ ...query, ...moment, scope: "all", q: "", filters: {}, zones: slugs, sort: [] }),
  );
  return [
    { label: "Comparison, CSV", href: `/compare/comparison.csv${pinned}` },
    { label: "Zones, CSV", href: `/api/v1/zones.csv${pinned}` },
    { label: "Zones, XLSX", href: `/api/v1/zones.xlsx${pinned}` },
  ];
}

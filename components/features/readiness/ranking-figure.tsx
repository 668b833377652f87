import { useId } from "react";
import { Figure } from "@/components/charts/figure";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { readSort } from "@/lib/query/param-readers";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import type { RankedZone, Ranking } from "@/lib/readiness/ranking";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { RankingTable } from "./ranking-table";
import type { StabilityBySlug } from "./served-readiness";
import { type ChangeParams, type StabilityState, thresholdPairs } from "./use-readiness";

interface RankingFigureProps {
  ranking: Ranking;
  stability: StabilityState;
  /** With the reader's weights and sort. */
  query: Query;
  /** 0–100; null: not set. */
  threshold: number | null;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
  /** The line under saved pictures. */
  source: string;
  onChange: ChangeParams;
}

/** The ranking with its sort, its note and its data. */
export function RankingFigure(props: RankingFigureProps) {
  const { ranking, stability, query, threshold, asOf, moment, source, onChange } = props;
  const text = useText();
  const title = text.t("readiness.figure.title");
  const [first] = query.sort;
  return (
    <Figure
      title={title}
      name="readiness-ranking"
      columns={listColumns(text)}
      rows={ranking.zones.map((zone) => buildRow(text, zone, stability.bySlug, moment))}
      source={source}
      controls={
        <SortForm
          query={query}
          otherParams={[
            ...writeQuery({ ...query, sort: DEFAULT_QUERY.sort }),
            ...thresholdPairs(threshold),
          ]}
          onChange={onChange}
        />
      }
      note={text.t.rich("readiness.figure.note", {
        method: (words) => (
          <a className="link" href="/method#readiness">
            {words}
          </a>
        ),
        csv: (words) => (
          <a className="link" href={exportAddress(EXPORT_FORMATS[0], query, [])} download>
            {words}
          </a>
        ),
      })}
    >
      <RankingTable
        ranking={ranking}
        stability={stability}
        byConfirmed={first?.key === "readiness" && first.descending}
        threshold={threshold}
        asOf={asOf}
        moment={moment}
      />
    </Figure>
  );
}

/** The columns of the data behind the ranking, by whether they are numbers. */
const COLUMNS = {
  zone: false,
  slug: false,
  candidate: false,
  province: false,
  place: true,
  low: true,
  high: true,
  coverage: true,
  fresh: true,
  placeFrom: true,
  placeTo: true,
  firstTen: true,
  contested: true,
} as const;

function listColumns({ t }: Text): FigureColumn[] {
  return (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((key) => ({
    key,
    label: t(`readiness.figure.column.${key}`),
    numeric: COLUMNS[key],
  }));
}

function buildRow(
  { t, termLabel }: Text,
  { slug, row, readiness, place, fresh, candidate, disputed }: RankedZone,
  stability: StabilityBySlug | null,
  moment: string,
): FigureRow {
  const places = stability?.[slug] ?? null;
  const { province, name } = row.values;
  const notMeasured = readiness === null ? t("common.notApplicableBare") : null;
  return {
    href: `/zones/${slug}${moment}#readiness`,
    zone: name ?? slug,
    slug,
    candidate: t(candidate ? "readiness.figure.yes" : "readiness.figure.no"),
    province: province === null ? null : termLabel("province", province),
    place: place ?? notMeasured,
    low: readiness?.low ?? notMeasured,
    high: readiness?.high ?? notMeasured,
    coverage: readiness?.coverage ?? notMeasured,
    fresh: fresh ?? t("readiness.figure.noneKnown"),
    placeFrom: places?.from ?? notMeasured,
    placeTo: places?.to ?? notMeasured,
    firstTen: places?.topTen ?? notMeasured,
    contested: disputed.length,
  };
}

/** The offered sorts, by their value in the address. */
const SORTS = [
  ["-readiness", "confirmed"],
  ["-readinessHigh", "possible"],
  ["readinessHigh", "possible-lowest"],
  ["-coverage", "completeness"],
  ["coverage", "completeness-lowest"],
  ["name", "name"],
  ["province,-readiness", "province"],
  ["-status,-readiness", "progress"],
] as const;

interface SortFormProps {
  query: Query;
  /** The other parameters of the address: the form works without scripts. */
  otherParams: readonly (readonly [string, string])[];
  onChange: ChangeParams;
}

/** The choice of the sort. Ranks stay by confirmed score. */
function SortForm({ query, otherParams, onChange }: SortFormProps) {
  const { t } = useText();
  const id = useId();
  const value = query.sort.map(({ key, descending }) => (descending ? `-${key}` : key)).join(",");
  return (
    <form method="get" className="no-print mb-2 flex items-center gap-2">
      {otherParams.map(([name, param]) => (
        <input key={name} type="hidden" name={name} value={param} />
      ))}
      <label htmlFor={id} className="text-12 text-ink-2">
        {t("readiness.sort.label")}
      </label>
      <select
        id={id}
        name="sort"
        value={value}
        onChange={(event) => {
          const read = readSort(event.currentTarget.value);
          if ("value" in read) onChange({ sort: read.value });
        }}
        className="h-(--control) min-w-0 rounded-2 bg-paper px-2 font-medium shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:shadow-[inset_0_0_0_1px_var(--color-edge)]"
      >
        {SORTS.some(([code]) => code === value) ? null : (
          <option value={value}>{t("readiness.sort.current")}</option>
        )}
        {SORTS.map(([code, key]) => (
          <option key={code} value={code}>
            {t(`readiness.sort.choice.${key}`)}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="link">
          {t("readiness.sort.apply")}
        </button>
      </noscript>
    </form>
  );
}

import { useId } from "react";
import { Figure } from "@/components/charts/figure";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { readSort } from "@/lib/query/param-readers";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { getScoreSort, type ScoredZone } from "@/lib/readiness/zone-scores";
import { describeCorrelation } from "@/lib/text/readiness-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { ScoreTable } from "./score-table";
import type { ShownScores } from "./shown-scores";
import { type ChangeParams, READINESS_PATH, thresholdPairs } from "./use-readiness";

/** Spearman's rank correlation of confirmed score and data completeness; null where it is not defined. */
export interface Correlation {
  readonly value: number | null;
  readonly zones: number;
}

interface ScoreFigureProps {
  list: ShownScores["list"];
  /** Are other scores being loaded? */
  busy: boolean;
  /** With the reader's weights and sort. */
  query: Query;
  /** 0–100; null: not set. */
  threshold: number | null;
  correlation: Correlation;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
  /** The line under saved pictures. */
  source: string;
  onChange: ChangeParams;
}

/** The scores with the choice of their order, what they mean, their note and their data. */
export function ScoreFigure(props: ScoreFigureProps) {
  const { list, query, threshold, asOf, moment, source, onChange } = props;
  const ownPairs = thresholdPairs(threshold);
  const pages = { list, path: READINESS_PATH, kept: [...writeQuery(query), ...ownPairs] };
  const text = useText();
  const title = text.t("readiness.figure.title");
  return (
    <>
      <Figure
        title={title}
        name="readiness-scores"
        columns={listColumns(text)}
        rows={list.items.map((zone) => buildRow(text, zone, moment))}
        source={source}
        controls={
          <>
            <SortForm
              query={query}
              otherParams={[...writeQuery({ ...query, sort: DEFAULT_QUERY.sort }), ...ownPairs]}
              onChange={onChange}
            />
            <ListRange {...pages} file={exportAddress(EXPORT_FORMATS[0], query, [])} />
          </>
        }
        note={
          <>
            <Meaning correlation={props.correlation} />
            {text.t.rich("readiness.figure.note", {
              method: (words) => (
                <Anchor className="link" href="/method#readiness">
                  {words}
                </Anchor>
              ),
              csv: (words) => (
                <Anchor
                  className="link"
                  href={exportAddress(EXPORT_FORMATS[0], query, [])}
                  download
                >
                  {words}
                </Anchor>
              ),
            })}
          </>
        }
      >
        <ScoreTable
          zones={list.items}
          weights={query.weights}
          busy={props.busy}
          threshold={threshold}
          asOf={asOf}
          moment={moment}
        />
      </Figure>
      <ListPageLinks {...pages} label={title} />
    </>
  );
}

/** What overlapping ranges mean, and how far the order by confirmed score is an order by how much is known. */
function Meaning({ correlation }: { correlation: Correlation }) {
  const text = useText();
  const { t } = text;
  const tie = describeCorrelation(text, correlation.value, correlation.zones);
  return (
    <div className="mb-2 grid gap-1.5 text-pretty text-13">
      <p>{t("readiness.meaning.overlap")}</p>
      {tie === null ? null : <p>{tie}</p>}
    </div>
  );
}

/** The columns of the data behind the figure, by whether they are numbers. */
const COLUMNS = {
  zone: false,
  slug: false,
  candidate: false,
  province: false,
  low: true,
  high: true,
  coverage: true,
  fresh: true,
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
  { slug, row, readiness, fresh, candidate, disputed }: ScoredZone,
  moment: string,
): FigureRow {
  const { province, name } = row.values;
  const notMeasured = readiness === null ? t("common.notApplicableBare") : null;
  return {
    href: `/zones/${slug}${moment}#readiness`,
    zone: name ?? slug,
    slug,
    candidate: t(candidate ? "common.yesBare" : "common.noBare"),
    province: province === null ? null : termLabel("province", province),
    low: readiness?.low ?? notMeasured,
    high: readiness?.high ?? notMeasured,
    coverage: readiness?.coverage ?? notMeasured,
    fresh: fresh ?? t("readiness.figure.noneKnown"),
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
  // Not the default sort of the address, which means the confirmed score here.
  ["-status,-readiness,name", "progress"],
] as const;

interface SortFormProps {
  query: Query;
  /** The other parameters of the address: the form works without scripts. */
  otherParams: readonly (readonly [string, string])[];
  onChange: ChangeParams;
}

/** The choice of the order. */
function SortForm({ query, otherParams, onChange }: SortFormProps) {
  const { t } = useText();
  const id = useId();
  const value = getScoreSort(query.sort)
    .map(({ key, descending }) => (descending ? `-${key}` : key))
    .join(",");
  return (
    <form
      method="get"
      className="no-print mb-2 flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:gap-x-2"
    >
      {otherParams.map(([name, param]) => (
        <input key={name} type="hidden" name={name} value={param} />
      ))}
      <span className="flex min-w-0 items-center gap-2">
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
      </span>
      <a className="link xl:hidden" href="#weights-title">
        {t("readiness.weights.jump")}
      </a>
      <noscript>
        <button type="submit" className="link">
          {t("readiness.sort.apply")}
        </button>
      </noscript>
    </form>
  );
}

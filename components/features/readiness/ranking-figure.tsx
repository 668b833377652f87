import { type ReactNode, useId } from "react";
import { Figure } from "@/components/charts/figure";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { readSort } from "@/lib/query/param-readers";
import { DEFAULT_QUERY, type Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { countDraws } from "@/lib/readiness/rank-draws";
import { findSharedDriver, type RanksBySlug, roundShare } from "@/lib/readiness/rank-uncertainty";
import { getRankingSort, type RankedZone } from "@/lib/readiness/ranking";
import { UNKNOWNS, UNKNOWNS_PARAM, type Unknowns } from "@/lib/readiness/unknowns";
import { describeCorrelation } from "@/lib/text/readiness-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { RankingTable } from "./ranking-table";
import type { Correlation } from "./served-readiness";
import type { ShownRanking } from "./shown-ranking";
import {
  type ChangeParams,
  type OwnParams,
  ownPairs,
  type RanksState,
  READINESS_PATH,
} from "./use-readiness";

interface RankingFigureProps {
  shown: Pick<ShownRanking, "list" | "ranked">;
  ranks: RanksState;
  /** With the reader's weights and sort. */
  query: Query;
  own: OwnParams;
  correlation: Correlation;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
  /** The line under saved pictures. */
  source: string;
  onChange: ChangeParams;
}

/** The ranking with its choices, what it means, its note and its data. */
export function RankingFigure(props: RankingFigureProps) {
  const { shown, ranks, query, own, asOf, moment, source, onChange } = props;
  const { list, ranked } = shown;
  const pages = { list, path: READINESS_PATH, kept: [...writeQuery(query), ...ownPairs(own)] };
  const text = useText();
  const title = text.t("readiness.figure.title");
  const [first] = getRankingSort(query.sort);
  const driver = findSharedDriver(ranks.bySlug);
  return (
    <>
      <Figure
        title={title}
        name="readiness-ranking"
        columns={listColumns(text)}
        rows={list.items.map((zone) => buildRow(text, zone, ranks.bySlug, moment))}
        source={source}
        controls={
          <>
            <ChoicesForm
              query={query}
              unknowns={own.unknowns}
              otherParams={[
                ...writeQuery({ ...query, sort: DEFAULT_QUERY.sort }),
                ...ownPairs({ threshold: own.threshold }),
              ]}
              onChange={onChange}
            />
            <ListRange {...pages} file={exportAddress(EXPORT_FORMATS[0], query, [])} />
          </>
        }
        note={
          <>
            <Meaning ranked={ranked} own={own} correlation={props.correlation} />
            {text.t.rich("readiness.figure.note", {
              draws: text.number(countDraws(ranked)),
              driver: driver ?? "various",
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
          </>
        }
      >
        <RankingTable
          zones={list.items}
          weights={query.weights}
          ranked={ranked}
          ranks={ranks}
          showsDriver={driver === null}
          byConfirmed={first?.key === "readiness" && first.descending}
          threshold={own.threshold}
          asOf={asOf}
          moment={moment}
        />
      </Figure>
      <ListPageLinks {...pages} label={title} />
    </>
  );
}

interface MeaningProps {
  ranked: number;
  own: OwnParams;
  correlation: Correlation;
}

/** What the rank ranges mean, and how far the order by confirmed score is an order by how much is known. */
function Meaning({ ranked, own, correlation }: MeaningProps) {
  const text = useText();
  const { t } = text;
  const tie = describeCorrelation(text, correlation.value, correlation.zones);
  return (
    <div className="mb-2 grid gap-1.5 text-pretty text-13">
      <p>
        {t(`readiness.meaning.ranks.${own.unknowns}`, {
          draws: text.number(countDraws(ranked)),
        })}
      </p>
      <p>{t("readiness.meaning.overlap")}</p>
      {tie === null ? null : <p>{tie}</p>}
    </div>
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
  driver: false,
  byFacts: true,
  byWeights: true,
  byScoring: true,
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
  ranks: RanksBySlug | null,
  moment: string,
): FigureRow {
  const drawn = ranks?.[slug] ?? null;
  const { province, name } = row.values;
  const notMeasured = readiness === null ? t("common.notApplicableBare") : null;
  return {
    href: `/zones/${slug}${moment}#readiness`,
    zone: name ?? slug,
    slug,
    candidate: t(candidate ? "common.yesBare" : "common.noBare"),
    province: province === null ? null : termLabel("province", province),
    place: place ?? notMeasured,
    low: readiness?.low ?? notMeasured,
    high: readiness?.high ?? notMeasured,
    coverage: readiness?.coverage ?? notMeasured,
    fresh: fresh ?? t("readiness.figure.noneKnown"),
    placeFrom: drawn?.from ?? notMeasured,
    placeTo: drawn?.to ?? notMeasured,
    firstTen: drawn?.topTen ?? notMeasured,
    driver: drawn ? t(`readiness.driver.${drawn.driver ?? "none"}`) : notMeasured,
    byFacts: drawn ? roundShare(drawn.shares.facts) : notMeasured,
    byWeights: drawn ? roundShare(drawn.shares.weights) : notMeasured,
    byScoring: drawn ? roundShare(drawn.shares.scoring) : notMeasured,
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

const SELECT =
  "h-(--control) min-w-0 rounded-2 bg-paper px-2 font-medium shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:shadow-[inset_0_0_0_1px_var(--color-edge)]";

interface ChoicesFormProps {
  query: Query;
  unknowns: Unknowns;
  /** The other parameters of the address: the form works without scripts. */
  otherParams: readonly (readonly [string, string])[];
  onChange: ChangeParams;
}

/** The choice of the sort, where ranks stay by confirmed score, and of how unknown values are drawn. */
function ChoicesForm({ query, unknowns, otherParams, onChange }: ChoicesFormProps) {
  const { t } = useText();
  const id = useId();
  const unknownsId = useId();
  const value = getRankingSort(query.sort)
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
      <Choice>
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
          className={SELECT}
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
      </Choice>
      <Choice>
        <label htmlFor={unknownsId} className="text-12 text-ink-2">
          {t("readiness.unknowns.label")}
        </label>
        <select
          id={unknownsId}
          name={UNKNOWNS_PARAM}
          value={unknowns}
          onChange={(event) => {
            const chosen = UNKNOWNS.find((one) => one === event.currentTarget.value);
            if (chosen) onChange({ unknowns: chosen });
          }}
          className={SELECT}
        >
          {UNKNOWNS.map((one) => (
            <option key={one} value={one}>
              {t(`readiness.unknowns.choice.${one}`)}
            </option>
          ))}
        </select>
      </Choice>
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

/** A label and its choice, on one line where there is room. */
function Choice({ children }: { children: ReactNode }) {
  return <span className="contents sm:flex sm:items-center sm:gap-2">{children}</span>;
}

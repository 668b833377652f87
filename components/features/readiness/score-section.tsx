import type { ReactNode } from "react";
import { Axis } from "@/components/charts/axis";
import { Figure } from "@/components/charts/figure";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Anchor } from "@/components/layout/link";
import { BLOCKS, sameWeights, WEIGHT_PRESETS } from "@/lib/catalogue/groups";
import { embedPath } from "@/lib/contract/embeds";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { getTablePage, type ListParams } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import { DEFAULT_QUERY, isDefaultSort, type Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { listQuestionGroups } from "@/lib/readiness/open-questions";
import { buildShortlist, DEFAULT_THRESHOLD } from "@/lib/readiness/threshold";
import { getScoreSort, type ZoneScores } from "@/lib/readiness/zone-scores";
import { describeCorrelation, describeScores } from "@/lib/text/readiness-words";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { WeightsForm } from "./weights-form";

/** Open questions that the page lists. */
const MOST_QUESTIONS = 9;

/** The offered orders, by their value in the address. */
const SORTS = [
  ["-readiness,-readinessHigh,-coverage,name", "confirmed"],
  ["-readinessHigh", "possible"],
  ["readinessHigh", "possible-lowest"],
  ["-coverage", "completeness"],
  ["coverage", "completeness-lowest"],
  ["name", "name"],
  ["province,-readiness", "province"],
  // Not the default sort of the address, which means the confirmed score here.
  ["-status,-readiness,name", "progress"],
] as const;

interface ScoreSectionProps {
  scores: ZoneScores;
  query: Query;
  /** 0–100; null: not set. */
  threshold: number | null;
  /** The page of the zones. */
  page: ListParams["page"];
  path: string;
  /** The page's own parameters. */
  own: readonly (readonly [string, string])[];
  asOf: Day;
  source: string;
  /** Spearman's rank correlation of confirmed score and data completeness of all announced zones; null: not defined. */
  correlation: { readonly value: number | null; readonly zones: number };
  /** The figure of the yearly scores. */
  children: ReactNode;
}

/** The same facts as one score for each zone: a range, under the reader's weights; how certain its order is; and what to find out. */
export function ScoreSection(props: ScoreSectionProps) {
  const { scores, query, threshold, page, path, own, asOf, source, correlation } = props;
  const text = useText();
  const { t, number } = text;
  const moment = momentSearch(query);
  const list = getTablePage(scores.zones, page);
  const points = threshold ?? DEFAULT_THRESHOLD;
  const { title, summary } = describeScores(text, scores, points);
  const { certainly, possibly, below } = buildShortlist(scores.zones, points);
  const pairs = writeQuery(query);
  const sort = getScoreSort(query.sort)
    .map(({ key, descending }) => (descending ? `-${key}` : key))
    .join(",");
  const isChosen =
    threshold !== null ||
    !isDefaultSort(query.sort) ||
    !sameWeights(query.weights, DEFAULT_QUERY.weights);
  const withWeights = (weights: Query["weights"]) =>
    `${path + toSearch([...writeQuery({ ...query, weights }), ...own])}#scores`;
  const groupHref = (mode: Query["readinessMode"]) =>
    `/zones${toSearch(writeQuery({ ...query, readinessMin: points, readinessMode: mode }))}`;
  return (
    <details id="scores" open={isChosen} className="fold mt-10 border-line border-t pt-4">
      <summary className="font-serif text-21">{t("readiness.score.title")}</summary>
      <p className="mt-2 max-w-[68ch] text-ink-2">
        {t.rich("readiness.score.lead", {
          method: (words) => (
            <Anchor className="link" href="/method#readiness">
              {words}
            </Anchor>
          ),
        })}
      </p>
      <p className="no-print mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="text-ink-2">{t("readiness.weights.presets")}</span>
        {WEIGHT_PRESETS.map(({ key, weights }) => (
          <Anchor
            key={key}
            className="link inline-flex min-h-6 items-center aria-[current]:font-semibold aria-[current]:text-ink"
            href={withWeights(weights)}
            title={t(`readiness.preset.${key}.why`)}
            aria-current={sameWeights(weights, query.weights) ? "true" : undefined}
          >
            {t(`readiness.preset.${key}.label`)}
          </Anchor>
        ))}
      </p>
      <WeightsForm
        key={BLOCKS.map((block) => query.weights[block]).join()}
        path={path}
        weights={query.weights}
        threshold={points}
        sort={sort}
        sorts={SORTS.map(([code, key]) => [code, t(`readiness.sort.choice.${key}`)])}
        blocks={BLOCKS.map((block) => [block, text.groupLabel(block)])}
        kept={[
          ...writeQuery({ ...query, weights: DEFAULT_QUERY.weights, sort: DEFAULT_QUERY.sort }),
          ...own.filter(([name]) => name === "order"),
        ]}
        words={{
          sort: t("readiness.sort.label"),
          current: t("readiness.sort.current"),
          threshold: t("readiness.shortlist.threshold"),
          apply: t("readiness.weights.apply"),
          refused: t("readiness.weights.refused"),
        }}
      />
      <Figure
        title={title}
        name="readiness-scores"
        source={source}
        embed={embedPath("readiness", pairs)}
        className="mt-6"
        columns={(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((key) => ({
          key,
          label: t(`readiness.figure.column.${key}`),
          numeric: COLUMNS[key],
        }))}
        rows={list.items.map(({ slug, row, readiness, fresh, candidate, disputed }) => {
          const { province, name } = row.values;
          const notMeasured = readiness === null ? t("common.notApplicableBare") : null;
          return {
            href: `/zones/${slug}${moment}#readiness`,
            zone: name ?? slug,
            slug,
            candidate: t(candidate ? "common.yesBare" : "common.noBare"),
            province: province === null ? null : text.termLabel("province", province),
            low: readiness?.low ?? notMeasured,
            high: readiness?.high ?? notMeasured,
            coverage: readiness?.coverage ?? notMeasured,
            fresh: fresh ?? t("readiness.figure.noneKnown"),
            contested: disputed.length,
          };
        })}
        controls={
          <div className="mb-3 grid max-w-[68ch] gap-1 text-ink-2">
            <p>{summary}</p>
            <p>
              {t.rich("readiness.shortlist.sentence", {
                points: number(points),
                certainly: certainly.length,
                possibly: possibly.length,
                below: below.length,
                sure: (words) => (
                  <Anchor className="link" href={groupHref("certainly")}>
                    {words}
                  </Anchor>
                ),
                open: (words) => (
                  <Anchor className="link" href={groupHref("possibly")}>
                    {words}
                  </Anchor>
                ),
              })}
            </p>
          </div>
        }
        note={text.sentences([
          t("readiness.meaning.overlap"),
          describeCorrelation(text, correlation.value, correlation.zones) ?? "",
        ])}
      >
        <table className="bar-table">
          <thead>
            <tr>
              <th scope="col">{t("readiness.table.zone")}</th>
              <td className="bar">
                <Axis ticks={[0, 50, 100].map((at) => ({ at, label: number(at) }))} />
              </td>
              <th scope="col" className="number">
                {t("readiness.table.confirmed")}
              </th>
              <th scope="col" className="number">
                {t("readiness.table.possible")}
              </th>
              <th scope="col" className="number">
                {t("readiness.table.known")}
              </th>
              <th scope="col" className="number wide">
                {t("readiness.table.recent")}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.items.map(({ slug, row, readiness, fresh, candidate }) => (
              <tr key={slug} data-slug={slug}>
                <th scope="row">
                  <Anchor
                    className={candidate ? "text-ink-2 hover:underline" : "hover:underline"}
                    href={`/zones/${slug}${moment}#readiness`}
                  >
                    {shortZoneName(row)}
                  </Anchor>
                  {candidate ? (
                    <span className="meta block">{t("common.approval.candidate")}</span>
                  ) : null}
                </th>
                {readiness === null ? (
                  <td colSpan={5} className="unknown">
                    {t("readiness.row.notMeasured")}
                  </td>
                ) : (
                  <>
                    <td className="bar">
                      <IntervalBar
                        low={readiness.low}
                        high={readiness.high}
                        candidate={candidate}
                        size="ruled"
                        markers={threshold === null ? [] : [{ at: threshold, kind: "threshold" }]}
                      />
                    </td>
                    {[readiness.low, readiness.high].map((score, i) => (
                      <td key={["low", "high"][i]} className="number">
                        {number(score, { digits: 1, fixed: true })}
                      </td>
                    ))}
                    <td className="number">{text.percent(readiness.coverage)}</td>
                    <td className="number wide">
                      {fresh === null ? t("readiness.figure.noneKnown") : text.percent(fresh)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Figure>
      <OpenQuestions scores={scores} asOf={asOf} moment={moment} />
      {props.children}
    </details>
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

/** The facts whose answer would narrow a range most, each with a link to its evidence. */
function OpenQuestions({
  scores,
  asOf,
  moment,
}: Pick<ScoreSectionProps, "scores" | "asOf"> & { moment: string }) {
  const text = useText();
  const { t } = text;
  const rows = scores.zones.map(({ row }) => row).sort((a, b) => a.order - b.order);
  const names = new Map(rows.map((row) => [row.slug, shortZoneName(row)]));
  const { first } = listQuestionGroups(rows, scores.weights, asOf, MOST_QUESTIONS);
  if (first.length === 0) return null;
  return (
    <section id="find-out" aria-labelledby="find-out-title" className="mt-8 max-w-[68ch]">
      <h2 id="find-out-title" className="title">
        {t("readiness.findOut.title")}
      </h2>
      <p className="text-ink-2">{t("readiness.findOut.lead")}</p>
      <ul className="mt-2 grid gap-2">
        {first.map(({ slug, fields, why, width }) => (
          <li key={`${slug} ${fields.join()}`}>
            <b>{names.get(slug)}</b>{" "}
            {fields.map((field) => (
              <Anchor
                key={field}
                className="link me-2 inline-block min-h-6"
                href={`/zones/${slug}${moment}#${getLedgerAnchor(field)}`}
              >
                {text.fieldLabel(field)}
              </Anchor>
            ))}
            <span className="block text-13 text-ink-3">
              {t(`readiness.findOut.${why}`, { points: width })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

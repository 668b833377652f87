import { type IntervalBarProps, IntervalDrawing } from "@/components/charts/interval-drawing";
import type { EmbedChart } from "@/lib/contract/embeds";
import { countLevels, DEPENDENCE_FIELDS, listRatedZones } from "@/lib/dependence/dependence";
import { buildOwnerMatrix, type OwnerRow } from "@/lib/dependence/owner-matrix";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import type { Registry, ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { buildInvestmentRows, countFirmFunnel } from "@/lib/firms/firm-counts";
import { CHINA, listPlacedFirms } from "@/lib/firms/firms";
import { answerGap } from "@/lib/gaps/dated-gaps";
import {
  computeGap,
  GAS,
  getLargestQuantity,
  POWER,
  sortByGap,
  type Utility,
} from "@/lib/gaps/gaps";
import { countFunnel } from "@/lib/query/ladder-funnel";
import type { Query } from "@/lib/query/query";
import { countScopes } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { countNeeds, sortByNeeds } from "@/lib/readiness/needs";
import { DEFAULT_THRESHOLD } from "@/lib/readiness/threshold";
import { scoreZones } from "@/lib/readiness/zone-scores";
import { countLateTargets } from "@/lib/targets/late-targets";
import { firmsAnswer, investmentTitle, ownersTitle, ratingsTitle } from "@/lib/text/firm-words";
import { describeGap } from "@/lib/text/gap-words";
import { gapsTitle } from "@/lib/text/gaps-summary";
import { writeHeadline } from "@/lib/text/headline";
import { describeNeeds } from "@/lib/text/needs-summary";
import { describeScores } from "@/lib/text/readiness-words";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";
import { describeRange } from "./zone-words";

/** Lines of a chart; the full view has the others. */
const MOST_LINES = 20;

/** What a chart is made of. */
export interface ChartData {
  readonly query: Query;
  readonly asOf: Day;
  /** All zones of the day. */
  readonly all: readonly Pick<RankedRow, "values">[];
  readonly rows: readonly RankedRow[];
  /** The zones of the rows. */
  readonly zones: readonly ZoneRecord[];
  /** Every zone and report. */
  readonly registry: Registry;
  readonly evidence: EvidenceIndex;
}

/** A chart in words and lines. */
export interface ChartContent {
  /** The answer that it gives. */
  readonly title: string;
  /** The page with the full view. */
  readonly path: string;
  readonly lines: readonly ChartLine[];
}

interface ChartLine {
  readonly key: string;
  readonly label: string;
  readonly bar: Pick<IntervalBarProps, "low" | "high" | "full" | "behind" | "candidate" | "open">;
  readonly value: string;
}

/** The content of each chart. */
export const CHARTS: Readonly<Record<EmbedChart, (text: Text, data: ChartData) => ChartContent>> = {
  progress: chartProgress,
  needs: chartNeeds,
  readiness: chartReadiness,
  power: (text, data) => chartGap(text, POWER, data),
  gas: (text, data) => chartGap(text, GAS, data),
  firms: chartFirms,
  owners: chartOwners,
  ratings: chartRatings,
  investment: chartInvestment,
  targets: chartTargets,
};

/** A chart as a table with a bar in each line, so that it needs no text beside it for a screen reader. */
export function EmbedChartTable({
  text,
  name,
  lines,
}: { text: Text; name: EmbedChart } & Pick<ChartContent, "lines">) {
  const shown = lines.slice(0, MOST_LINES);
  if (shown.length === 0) return <p>{text.t("sharing.embed.none")}</p>;
  return (
    <>
      <table>
        <caption>{text.t(`sharing.charts.${name}`)}</caption>
        <tbody>
          {shown.map(({ key, label, bar, value }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="bar">
                <IntervalDrawing {...bar} />
              </td>
              <td className="number">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shown.length ? (
        <p>{text.t("sharing.more", { count: lines.length - shown.length })}</p>
      ) : null}
    </>
  );
}

/** The zones at or beyond each step; a zone of unknown progress may have reached any. */
function chartProgress(text: Text, { query, asOf, all, rows }: ChartData): ChartContent {
  const { rungs, total, unknown } = countFunnel(rows, "status");
  return {
    title: writeHeadline(text, { query, asOf, scopes: countScopes(all), rows }),
    path: "/zones",
    lines: rungs.map(({ value, reached }) => ({
      key: value,
      label: text.termLabel("status", value),
      bar: { low: reached, high: reached + unknown, full: total, open: "unknown" },
      value: describeSteps(text, reached, total),
    })),
  };
}

function chartReadiness(text: Text, { query, asOf, rows }: ChartData): ChartContent {
  const scores = scoreZones(rows, query, asOf);
  return {
    title: describeScores(text, scores, DEFAULT_THRESHOLD).title,
    path: "/readiness",
    lines: scores.zones.flatMap(({ slug, row, readiness, candidate }) =>
      readiness === null
        ? []
        : {
            key: slug,
            label: shortZoneName(row),
            bar: { low: readiness.low, high: readiness.high, full: 100, candidate },
            value: describeRange(text, readiness),
          },
    ),
  };
}

/** How much of what it needs each zone has, the most first; hollow is not known. */
function chartNeeds(text: Text, { rows }: ChartData): ChartContent {
  const provinceName = (province: string) => text.termLabel("province", province);
  return {
    title: describeNeeds(text, rows).finding,
    path: "/readiness",
    lines: sortByNeeds(rows, "reached", provinceName, text.locale).map((row) => {
      const { reached, unknown, all } = countNeeds(row);
      return {
        key: row.slug,
        label: shortZoneName(row),
        bar: { low: reached, high: reached + unknown, full: all, open: "unknown" },
        value: describeSteps(text, reached, all),
      };
    }),
  };
}

/** A bar over the need: solid is delivered, hollow is not known. */
function chartGap(text: Text, utility: Utility, { rows, zones }: ChartData): ChartContent {
  const drawn = sortByGap(utility, rows).filter(({ values }) => {
    const { needed, delivered } = computeGap(utility, values);
    return needed !== null || delivered !== null;
  });
  const full =
    getLargestQuantity(
      utility,
      drawn.map(({ values }) => values),
    ) ?? 0;
  return {
    title: gapsTitle(text, utility, answerGap(utility, zones)),
    path: "/readiness",
    lines: drawn.map((row) => {
      const { needed, delivered } = computeGap(utility, row.values);
      return {
        key: row.slug,
        label: shortZoneName(row),
        bar: {
          low: delivered,
          // Where nothing is known of the delivery, it may be all that is needed.
          high: delivered ?? needed,
          full,
          behind: delivered === null ? null : needed,
          open: "unknown",
        },
        value: describeGap(text, utility, row),
      };
    }),
  };
}

/** The firms at or beyond each stage; a firm of an unknown stage may have reached any. */
function chartFirms(text: Text, { zones }: ChartData): ChartContent {
  const firms = listPlacedFirms(zones);
  const funnel = countFirmFunnel(firms);
  const { steps, total, unknown } = funnel;
  return {
    title: firmsAnswer(text, firms, funnel, CHINA).title,
    path: "/firms",
    lines:
      total === 0
        ? []
        : steps.map(({ value, reached }) => ({
            key: value,
            label: text.termLabel("tenancyStage", value),
            bar: { low: reached, high: reached + unknown, full: total, open: "unknown" },
            value: describeSteps(text, reached, total),
          })),
  };
}

/** The firms owned in each country, solid, and those with partners from there, pale; hollow of an unknown owner. */
function chartOwners(text: Text, { zones }: ChartData): ChartContent {
  const { countries, rows } = buildOwnerMatrix(listPlacedFirms(zones));
  const full = rows.reduce((sum, { firms }) => sum + firms, 0);
  const sum = (count: (row: OwnerRow) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  const lines = countries.map((country, i): ChartLine => {
    const owned = sum(({ cells }) => cells[i]?.owned ?? 0);
    const tied = owned + sum(({ cells }) => cells[i]?.partners ?? 0);
    return {
      key: country,
      label: text.country(country),
      bar: { low: owned, high: owned, full, behind: tied },
      value: text.number(tied),
    };
  });
  const unknown = sum((row) => row.unknown);
  return {
    title: ownersTitle(text, rows),
    path: "/firms",
    lines:
      unknown === 0
        ? lines
        : [
            ...lines,
            {
              key: "unknown",
              label: text.t("firms.owners.unknown"),
              bar: { low: null, high: unknown, full, open: "unknown" },
              value: text.number(unknown),
            },
          ],
  };
}

/** How many of the ratings of dependence each zone with one has. */
function chartRatings(text: Text, { zones }: ChartData): ChartContent {
  const rated = listRatedZones(zones);
  const full = DEPENDENCE_FIELDS.length;
  return {
    title: ratingsTitle(text, rated, zones.length),
    path: "/firms",
    lines: rated.map((zone) => ({
      key: zone.slug,
      label: shortZoneName(zone),
      bar: { low: countLevels(zone), high: full, full, open: "unknown" },
      value: describeSteps(text, countLevels(zone), full),
    })),
  };
}

/** What is realised, solid, over what is committed; hollow where what is realised is not known. */
function chartInvestment(text: Text, { zones }: ChartData): ChartContent {
  const rows = buildInvestmentRows(zones, []);
  const known = rows.filter((row) => row.committed !== null || row.realised !== null);
  const full = Math.max(1, ...known.flatMap((row) => [row.committed ?? 0, row.realised ?? 0]));
  const amount = (value: number | null) =>
    value === null ? text.t("common.unknown") : text.number(value, { digits: 0 });
  return {
    title: investmentTitle(text, rows),
    path: "/firms",
    lines: known.map(({ zone, name, committed, realised, candidate }) => ({
      key: zone.slug,
      label: name,
      bar: {
        ...{ low: realised, high: realised ?? committed, full, candidate, open: "unknown" },
        behind: realised === null ? null : committed,
      },
      value: text.t("sharing.realised", {
        realised: amount(realised),
        committed: amount(committed),
      }),
    })),
  };
}

/** By how many months the late targets of each province are late in the mean. */
function chartTargets(text: Text, { registry, evidence }: ChartData): ChartContent {
  const { provinces, all } = countLateTargets(evidence, registry);
  const full = Math.max(1, ...provinces.map(({ months }) => months ?? 0));
  return {
    title: text.t("news.late.title", { ...all, months: all.months ?? 0 }),
    path: "/news",
    lines: provinces.map(({ province, months, known }) => ({
      key: province ?? "unknown",
      label:
        province === null
          ? text.t("changes.targets.provinceUnknown")
          : text.termLabel("province", province),
      bar: {
        low: known > 0 ? (months ?? 0) : null,
        high: known > 0 ? (months ?? 0) : full,
        full,
        open: "unknown",
      },
      value: text.t("news.late.mean", { months: months ?? 0, known: known > 0 ? "yes" : "no" }),
    })),
  };
}

function describeSteps(text: Text, reached: number, total: number): string {
  return text.t("sharing.steps", { reached: text.number(reached), total: text.number(total) });
}

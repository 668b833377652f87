import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { getStep } from "@/lib/catalogue/vocabularies";
import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import type { GapTotals } from "@/lib/gaps/gaps";
import { type DifferenceCounts, listCertainPairs } from "@/lib/query/compare";
import type { RankedRow } from "@/lib/query/select";
import type { CertainOrder } from "@/lib/readiness/ranking";
import type { Readiness } from "@/lib/readiness/readiness";
import type { Text } from "./text";

/**
 * The title of the overview: how many zones there are, and in how many a factory is reported running.
 * @param announced false for a day before the figure of 44 was announced
 */
export function describeOverview(
  { t }: Text,
  rows: readonly RankedRow[],
  announced: boolean,
): string {
  if (rows.length === 0) return t("overview.headline.none");
  const step = getStep("status", "partially-operational") ?? 0;
  const running = rows.filter(
    ({ values }) => (getStep("status", values.status) ?? -1) >= step,
  ).length;
  return t(`overview.headline.${announced ? "announced" : "then"}`, {
    count: rows.length,
    running,
  });
}

/**
 * What follows the title: how many zones have no progress report, which lead, and how certain that is.
 * @param leaders short names of the zones with the highest confirmed scores, highest first
 */
export function describeLeaders(
  text: Text,
  rows: readonly RankedRow[],
  leaders: readonly string[],
  order: CertainOrder,
): string {
  if (rows.length === 0) return text.t("overview.headline.later");
  const silent = rows.filter(({ values }) => values.status === null).length;
  return `${text.t("overview.headline.silent", { count: silent })} ${describeOrder(text, leaders, order)}`;
}

function describeOrder(
  { t, list, number }: Text,
  leaders: readonly string[],
  { certain, pairs, certainFirst }: CertainOrder,
): string {
  const [first] = leaders;
  if (first === undefined) return t("overview.headline.noPoints");
  const lead = { names: list(leaders), count: leaders.length };
  if (certainFirst !== null) return t("overview.headline.certainFirst", { ...lead, first });
  if (certain === 0) return t("overview.headline.uncertain", lead);
  return t("overview.headline.partlyCertain", {
    ...lead,
    certain: number(certain),
    pairs: number(pairs),
  });
}

const REASONS: readonly ZoneFieldKey[] = [
  "enterprisesProducing",
  "electricity",
  "plotsAllottedPct",
];

/** The facts that explain a zone's range: "Firms producing: 7 · Electricity: unknown · Plots allotted: 33%". */
export function describeReasons(text: Text, { values }: RankedRow): string {
  return REASONS.map((field) => {
    const spec = fieldSpec(field);
    const isPercent = spec.kind === "number" && spec.unit === "%";
    const value = values[field];
    return text.t("overview.ready.reason", {
      field: text.fieldLabel(field),
      value: isPercent ? text.value(field, value) : text.bareValue(field, value),
    });
  }).join(" · ");
}

/** The page's title: how much of the power needed is confirmed delivered. */
export function gapsTitle(text: Text, power: GapTotals): string {
  const { zones, bothKnown, needed, delivered } = power;
  if (zones === 0) return text.t("gaps.title.none");
  if (bothKnown === 0) return text.t("gaps.title.unknown");
  return text.t("gaps.title.known", {
    zones: bothKnown,
    needed: text.number(needed),
    delivered: text.number(delivered),
  });
}

/** The sentences under the title: the share of the power, how many zones are in the sums, and the gas. */
export function gapsSummary(text: Text, power: GapTotals, gas: GapTotals): string {
  const { zones, bothKnown } = power;
  if (zones === 0) return text.t("gaps.summary.none");
  const rest = zones - bothKnown;
  const sentences =
    bothKnown === 0
      ? [text.t("gaps.summary.unknown", { zones })]
      : [
          power.needed > 0 ? shareOfPower(text, power) : "",
          rest > 0 ? text.t("gaps.summary.rest", { rest, zones }) : "",
        ];
  return [...sentences, gasWords(text, gas)].filter((sentence) => sentence !== "").join(" ");
}

function shareOfPower(text: Text, { needed, delivered, bothKnown }: GapTotals): string {
  const share = text.number((100 * delivered) / needed, { digits: 1 });
  return text.t("gaps.summary.share", { share, zones: bothKnown });
}

function gasWords(text: Text, { bothKnown, needed, delivered }: GapTotals): string {
  return bothKnown === 0
    ? text.t("gaps.summary.noGas")
    : text.t("gaps.summary.gas", {
        zones: bothKnown,
        needed: text.number(needed),
        delivered: text.number(delivered),
      });
}

/** What the page answers: a title, and the sentences under it. */
export interface PageAnswer {
  readonly title: string;
  readonly summary: string;
}

/** What is known of the dependence of some zones, without taking missing evidence for independence. */
export function dependenceAnswer(text: Text, rows: readonly DependenceRow[]): PageAnswer {
  if (rows.length === 0) {
    return {
      title: text.t("dependence.answer.noZonesTitle"),
      summary: text.t("dependence.answer.noZones"),
    };
  }
  const total = rows.length * DEPENDENCE_FIELDS.length;
  const known = rows.reduce((sum, row) => sum + row.known, 0);
  return {
    title: text.t(`dependence.answer.title.${knownPart(known / total)}`),
    summary:
      known === 0
        ? text.t("dependence.answer.noEvidence", { total: text.number(total), zones: rows.length })
        : `${evidenceSentence(text, rows, known, total)} ${operatingSentence(text, rows)}`,
  };
}

function knownPart(share: number) {
  if (share === 0) return "none";
  if (share < 0.25) return "little";
  return share < 0.75 ? "part" : "most";
}

function evidenceSentence(
  text: Text,
  rows: readonly DependenceRow[],
  known: number,
  total: number,
): string {
  const weak = rows
    .flatMap(({ zone }) => DEPENDENCE_FIELDS.map((key) => getGrade(zone.fields[key])))
    .filter((grade) => grade === "weak").length;
  return text.t("dependence.answer.evidence", {
    quality: weak === known ? "weak" : weak > 0 ? "mixed" : "good",
    weak: text.number(weak),
    known: text.number(known),
    total: text.number(total),
    silent: rows.filter((row) => row.known === 0).length,
  });
}

function operatingSentence(text: Text, rows: readonly DependenceRow[]): string {
  const operating = rows.filter(isOperating);
  return text.t("dependence.answer.operating", {
    operating: operating.length,
    rated: operating.filter(({ known }) => known > 0).length,
  });
}

/** What shows that firms operate in a zone, in a sentence. */
export function describeOperation(text: Text, { operation, zone }: DependenceRow): string {
  const count = Number(zone.values.enterprisesProducing);
  return text.t("dependence.operating.summary", {
    reasons: text.list(operation.by.map((by) => text.t(`dependence.operating.${by}`, { count }))),
  });
}

/** A zone as the summary of a comparison names it. */
interface ComparedName {
  readonly name: string;
  readonly readiness: Readiness | null;
}

/** Says which zone leads on confirmed evidence, how certain that is, and in how many fields the zones differ. */
export function describeComparison(
  text: Text,
  zones: readonly ComparedName[],
  counts: DifferenceCounts,
): string {
  return [...describeLead(text, zones), ...describeFields(text, counts)].join(" ");
}

function describeLead(text: Text, zones: readonly ComparedName[]): string[] {
  const { t } = text;
  const confirmed = zones.flatMap(({ readiness }) => readiness?.low ?? []);
  const most = Math.max(...confirmed);
  if (confirmed.length < 2 || most === 0) return [t("compare.summary.noPoints")];
  const leaders = zones.flatMap(({ name, readiness }) => (readiness?.low === most ? name : []));
  const points = text.number(most, { digits: 0 });
  const [leader = ""] = leaders;
  return [
    leaders.length === 1
      ? t("compare.summary.leads", { name: leader, points })
      : t("compare.summary.tie", { names: text.list(leaders), points }),
    describeCertainty(text, zones),
  ];
}

function describeCertainty({ t, number }: Text, zones: readonly ComparedName[]): string {
  const pairs = listCertainPairs(zones.map(({ readiness }) => readiness));
  const [only] = pairs;
  if (only === undefined) return t("compare.summary.overlap", { zones: zones.length });
  if (pairs.length === 1) {
    return t("compare.summary.certainPair", {
      ahead: zones[only.ahead]?.name ?? "",
      behind: zones[only.behind]?.name ?? "",
    });
  }
  const total = (zones.length * (zones.length - 1)) / 2;
  return t("compare.summary.certain", { certain: number(pairs.length), pairs: number(total) });
}

function describeFields({ t, number }: Text, { differs, same, open }: DifferenceCounts): string[] {
  const compared =
    differs > 0
      ? t("compare.summary.fields", { differs, same: number(same) })
      : t("compare.summary.noDifference", { same });
  return open === 0 ? [compared] : [compared, t("compare.summary.open", { count: open })];
}

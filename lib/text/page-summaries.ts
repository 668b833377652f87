import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import type { TiedFirms } from "@/lib/dependence/firm-involvement";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { GapAnswer } from "@/lib/gaps/dated-gaps";
import { type DifferenceCounts, listCertainPairs } from "@/lib/query/compare";
import { isApprovalConfirmed } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { getOperation, type Operation } from "@/lib/readiness/operation";
import type { CertainOrder } from "@/lib/readiness/ranking";
import type { Readiness } from "@/lib/readiness/readiness";
import { getFullCount } from "@/lib/readiness/scale";
import type { Day } from "@/lib/time/day";
import type { Text } from "./text";

/**
 * The title of the overview: how many zones there are, in how many a factory is reported running, and how many are
 * operational.
 * @param announced false for a day before the figure of 44 was announced
 */
export function describeOverview(
  { t }: Text,
  zones: readonly ZoneRecord[],
  asOf: Day,
  announced: boolean,
): string {
  if (zones.length === 0) return t("overview.headline.none");
  const running = listRunning(zones, asOf);
  return t(`overview.headline.${announced ? "announced" : "then"}`, {
    count: zones.length,
    running: running.length,
    operational: running.filter(({ answer }) => answer === "yes").length,
  });
}

/** The zones that operate, at least in part, each with what says so. */
function listRunning(zones: readonly ZoneRecord[], asOf: Day) {
  return zones
    .map((zone) => ({ zone, ...getOperation(zone, asOf) }))
    .filter(({ answer }) => answer === "yes" || answer === "partly");
}

/**
 * What follows the title: which zones have named producers, how good that evidence is, where progress is unknown and
 * why, and how certain the order of the scores is.
 */
export function describeOverviewDetail(
  text: Text,
  zones: readonly ZoneRecord[],
  asOf: Day,
  order: CertainOrder,
): string {
  if (zones.length === 0) return text.t("overview.headline.later");
  return [
    ...describeProducing(text, zones, asOf),
    describeUnknownProgress(text, zones),
    describeOrder(text, zones, order),
  ].join(text.sentenceGap);
}

function describeProducing(
  { t, list, number }: Text,
  zones: readonly ZoneRecord[],
  asOf: Day,
): string[] {
  const running = listRunning(zones, asOf);
  if (running.length === 0) return [];
  const named = running.filter((one) => one.named > 0);
  const proven = named.filter(
    (one) =>
      one.answer === "yes" && one.named >= getFullCount("enterprisesProducing", one.zone.values),
  );
  const old = running.filter((one) => one.old).length;
  const weak = running.filter(({ support }) => support?.weak).length;
  return [
    t("overview.headline.named", {
      named: named.length,
      running: running.length,
      firms: named.reduce((sum, one) => sum + one.named, 0),
    }),
    ...(old + weak === 0
      ? []
      : [t("overview.headline.doubt", { running: number(running.length), old, weak })]),
    t("overview.headline.operational", {
      count: proven.length,
      names: list(proven.map(({ zone }) => shortZoneName(zone))),
    }),
  ];
}

function describeUnknownProgress({ t }: Text, zones: readonly ZoneRecord[]): string {
  const unknown = zones.filter(({ values }) => values.status === null);
  if (unknown.length === 0) return t("overview.headline.known");
  const unused = unknown.filter(({ fields }) => fields.status.rivals.length > 0).length;
  return t("overview.headline.silent", {
    unknown: unknown.length,
    none: unknown.length - unused,
    unused,
  });
}

function describeOrder(
  { t, number }: Text,
  zones: readonly ZoneRecord[],
  { certain, pairs, certainFirst }: CertainOrder,
): string {
  const first = zones.find(({ slug }) => slug === certainFirst);
  if (first) return t("overview.headline.certainFirst", { first: shortZoneName(first) });
  if (certain === 0) return t("overview.headline.uncertain");
  return t("overview.headline.partlyCertain", { certain: number(certain), pairs: number(pairs) });
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

/** The page's title: in how many zones less power is delivered than needed; in megawatts only where they can be added up. */
export function gapsTitle(text: Text, power: GapAnswer): string {
  const { zones, bothKnown, short, sum } = power;
  if (zones === 0) return text.t("gaps.title.none");
  if (bothKnown === 0) return text.t("gaps.title.unknown");
  if (sum !== null) {
    return text.t("gaps.title.known", {
      zones: bothKnown,
      needed: text.number(sum.needed),
      delivered: text.number(sum.delivered),
    });
  }
  return text.t("gaps.title.counted", { part: describePart(short, bothKnown), short, bothKnown });
}

function describePart(some: number, all: number) {
  if (some === 0) return "none";
  return some === all ? "all" : "some";
}

/** The sentences under the title: the share or why there is no sum, how many zones lack a figure, what is old, and the gas. */
export function gapsSummary(text: Text, power: GapAnswer, gas: GapAnswer): string {
  const { zones, bothKnown, outdated } = power;
  if (zones === 0) return text.t("gaps.summary.none");
  const rest = zones - bothKnown;
  const sentences =
    bothKnown === 0
      ? [text.t("gaps.summary.unknown", { zones })]
      : [describeSum(text, power), rest > 0 ? text.t("gaps.summary.rest", { rest, zones }) : ""];
  return [
    ...sentences,
    outdated > 0 ? text.t("gaps.summary.outdated", { outdated }) : "",
    gasWords(text, gas),
  ]
    .filter((sentence) => sentence !== "")
    .join(text.sentenceGap);
}

const BASES = { "first-phase": "first", "full-build-out": "whole" } as const;

function describeSum(text: Text, { sum, bothKnown, apart }: GapAnswer): string {
  if (sum === null) return text.t("gaps.summary.noSum", { bothKnown, apart });
  if (sum.needed === 0) return "";
  return text.t("gaps.summary.share", {
    share: text.number((100 * sum.delivered) / sum.needed, { digits: 1 }),
    zones: bothKnown,
    basis: sum.basis === null ? "unknown" : BASES[sum.basis],
  });
}

function gasWords(text: Text, { bothKnown, short, sum }: GapAnswer): string {
  if (bothKnown === 0) return text.t("gaps.summary.noGas");
  return sum === null
    ? text.t("gaps.summary.gasCounted", {
        part: describePart(short, bothKnown),
        short,
        zones: bothKnown,
      })
    : text.t("gaps.summary.gas", {
        zones: bothKnown,
        needed: text.number(sum.needed),
        delivered: text.number(sum.delivered),
      });
}

/** What the page answers: a title, and the sentences under it. */
export interface PageAnswer {
  readonly title: string;
  readonly summary: string;
}

/**
 * What is known of the dependence of some zones on China, without taking missing evidence for independence.
 * @param firms their firms by the tie to China
 */
export function dependenceAnswer(
  text: Text,
  rows: readonly DependenceRow[],
  { owned, involved, domestic, elsewhere, unknown }: TiedFirms,
): PageAnswer {
  if (rows.length === 0) {
    return {
      title: text.t("dependence.answer.noZonesTitle"),
      summary: text.t("dependence.answer.noZones"),
    };
  }
  const tied = new Set([...owned, ...involved].map(({ zone }) => zone.slug));
  const unowned = elsewhere.filter(({ record }) => record.values.ultimateOwnerNationality === null);
  return {
    title: text.t("dependence.answer.title", { tied: tied.size, zones: rows.length }),
    summary: [
      text.t("dependence.answer.firms", {
        owned: owned.length,
        involved: involved.length,
        unknown: unknown + unowned.length,
        all: owned.length + involved.length + elsewhere.length + domestic + unknown,
      }),
      describeRatings(text, rows),
    ].join(text.sentenceGap),
  };
}

function describeRatings(text: Text, rows: readonly DependenceRow[]): string {
  const total = text.number(rows.length * DEPENDENCE_FIELDS.length);
  const grades = rows
    .flatMap(({ zone }) => DEPENDENCE_FIELDS.map((key) => getGrade(zone.fields[key])))
    .filter((grade) => grade !== null);
  const known = grades.length;
  if (known === 0) return text.t("dependence.answer.noEvidence", { total, zones: rows.length });
  const weak = grades.filter((grade) => grade === "weak").length;
  return text.t("dependence.answer.evidence", {
    quality: weak === known ? "weak" : weak > 0 ? "mixed" : "good",
    weak: text.number(weak),
    known: text.number(known),
    total,
    silent: rows.filter((row) => row.known === 0).length,
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
  return [...describeLead(text, zones), ...describeFields(text, counts)].join(text.sentenceGap);
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

/**
 * The answer of the page of a province or territory: how many zones are tracked in it, for how many approval is
 * confirmed, in how many factories are reported running, and for how many that is not known.
 */
export function describeProvince(
  { t, termLabel, sentenceGap }: Text,
  province: string,
  zones: readonly ZoneRecord[],
  asOf: Day,
): string {
  if (zones.length === 0) {
    return t("provinces.headline.none", { province: termLabel("province", province) });
  }
  const answers = zones.map((zone) => getOperation(zone, asOf).answer);
  const count = (answer: Operation["answer"]) => answers.filter((one) => one === answer).length;
  return [
    t("provinces.headline.count", {
      count: zones.length,
      confirmed: zones.filter(({ values }) => isApprovalConfirmed(values)).length,
    }),
    t("provinces.headline.running", {
      running: count("yes") + count("partly"),
      operational: count("yes"),
    }),
    t("provinces.headline.unknown", { unknown: count("unknown") }),
  ]
    .filter((sentence) => sentence !== "")
    .join(sentenceGap);
}

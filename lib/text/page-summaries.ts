import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import type { TiedFirms } from "@/lib/dependence/firm-involvement";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { countUnknownOwners } from "@/lib/firms/firms";
import { isApprovalConfirmed } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { getOperation, isRunning } from "@/lib/readiness/operation";
import { getFullCount } from "@/lib/readiness/scale";
import { getZoneStanding, type Standing } from "@/lib/readiness/standing";
import type { CertainOrder } from "@/lib/readiness/zone-scores";
import type { Day } from "@/lib/time/day";
import type { Text } from "./text";

/**
 * The title of the overview: how many zones there are, and in how many factories run, or ran when last reported.
 * @param announced false for a day before the figure of 44 was announced
 */
export function describeOverview(
  { t }: Text,
  zones: readonly ZoneRecord[],
  announced: boolean,
): string {
  if (zones.length === 0) return t("overview.headline.none");
  return t(`overview.headline.${announced ? "announced" : "then"}`, {
    count: zones.length,
    factories: describeFactories(t, zones),
  });
}

/** "Factories are running in 7 and were in 6 more when last reported", as a part of a sentence. */
function describeFactories(t: Text["t"], zones: readonly ZoneRecord[]): string {
  const standings = zones.map(getZoneStanding);
  const count = (standing: Standing) => standings.filter((one) => one === standing).length;
  return t("common.factories", { running: count("running"), reported: count("reported-running") });
}

/** The zones that operate, at least in part, each with what says so. */
function listRunning(zones: readonly ZoneRecord[], asOf: Day) {
  return zones.map((zone) => ({ zone, ...getOperation(zone, asOf) })).filter(isRunning);
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
  return text.sentences([
    ...describeProducing(text, zones, asOf),
    describeUnknownProgress(text, zones),
    describeOrder(text, zones, order),
  ]);
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
      recent: named.reduce((sum, one) => sum + one.recent, 0),
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
  return {
    title: text.t("dependence.answer.title", { tied: tied.size, zones: rows.length }),
    summary: text.sentences([
      text.t("dependence.answer.firms", {
        owned: owned.length,
        involved: involved.length,
        unknown: countUnknownOwners([...owned, ...involved, ...elsewhere]) + unknown,
        all: owned.length + involved.length + elsewhere.length + domestic + unknown,
      }),
      describeRatings(text, rows),
    ]),
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
  const { since, lastReported, named, recent } = operation;
  return text.t("dependence.operating.summary", {
    status: text.value("status", zone.values.status),
    ...{ named, recent },
    since: since === null ? "" : text.partialDate(since),
    lastReported: lastReported === null ? "" : text.partialDate(lastReported),
  });
}

/**
 * The answer of the page of a province or territory: how many zones are tracked in it, for how many approval is
 * confirmed, in how many factories are reported running, and for how many that is not known.
 */
export function describeProvince(
  { t, termLabel, sentences }: Text,
  province: string,
  zones: readonly ZoneRecord[],
  asOf: Day,
): string {
  if (zones.length === 0) {
    return t("provinces.headline.none", { province: termLabel("province", province) });
  }
  const operations = zones.map((zone) => getOperation(zone, asOf));
  const unknown = operations.filter(({ answer }) => answer === "unknown");
  return sentences([
    t("provinces.headline.count", {
      count: zones.length,
      confirmed: zones.filter(({ values }) => isApprovalConfirmed(values)).length,
    }),
    t("provinces.headline.running", { factories: describeFactories(t, zones) }),
    unknown.length === 0
      ? ""
      : t("provinces.headline.unknown", {
          unknown: unknown.length,
          old: unknown.filter(({ old }) => old).length,
        }),
  ]);
}

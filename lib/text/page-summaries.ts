import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import type { TiedFirms } from "@/lib/dependence/firm-involvement";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { countUnknownOwners } from "@/lib/firms/firms";
import { isApprovalConfirmed } from "@/lib/query/scope";
import { getOperation } from "@/lib/readiness/operation";
import { getZoneStanding, type Standing } from "@/lib/readiness/standing";
import type { Day } from "@/lib/time/day";
import type { Text } from "./text";

/** "Factories are running in 7 and were in 6 more when last reported", as a part of a sentence. */
function describeFactories(t: Text["t"], zones: readonly ZoneRecord[]): string {
  const standings = zones.map(getZoneStanding);
  const count = (standing: Standing) => standings.filter((one) => one === standing).length;
  return t("common.factories", { running: count("running"), reported: count("reported-running") });
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

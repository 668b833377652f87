import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import type { Readiness } from "@/lib/readiness/readiness";
import {
  computeDependence,
  DEPENDENCE_FIELDS,
  type Dependence,
  type EvidenceGrade,
  getOperation,
  getWeakestGrade,
  type Operation,
} from "./dependence";
import { listPossibleQuadrants, type Quadrant } from "./dependence-plane";

/** A zone on the page about dependence. */
export interface DependenceRow {
  readonly zone: ZoneRecord;
  readonly name: string;
  readonly candidate: boolean;
  readonly dependence: Dependence;
  /** How many of the six dimensions have a level. */
  readonly known: number;
  /** Grade of the weakest known level; null where none is known. */
  readonly grade: EvidenceGrade | null;
  readonly readiness: Readiness | null;
  readonly operation: Operation;
  /** Where it could be. Empty for a zone where no firm is known to operate. */
  readonly quadrants: readonly Quadrant[];
}

/**
 * The rows of the zones found: most ratings known first, then by confirmed score, then in the
 * register's order.
 * @param rows the zones found, with their readiness under the query's weights
 * @param zones every zone of the registry at that moment
 */
export function buildDependenceRows(
  rows: readonly RankedRow[],
  zones: readonly ZoneRecord[],
): DependenceRow[] {
  const records = new Map(zones.map((zone) => [zone.slug, zone]));
  return rows
    .flatMap(({ slug, readiness }) => {
      const zone = records.get(slug);
      return zone ? [buildDependenceRow(zone, readiness)] : [];
    })
    .sort(
      (a, b) =>
        b.known - a.known || b.dependence.low - a.dependence.low || a.zone.order - b.zone.order,
    );
}

function buildDependenceRow(zone: ZoneRecord, readiness: Readiness | null): DependenceRow {
  const dependence = computeDependence(zone.values);
  const operation = getOperation(zone);
  return {
    zone,
    name: shortZoneName(zone.values.name ?? zone.slug),
    candidate: isCandidate(zone.values),
    dependence,
    known: DEPENDENCE_FIELDS.filter((key) => zone.values[key] !== null).length,
    grade: getWeakestGrade(zone),
    readiness,
    operation,
    quadrants: operation.state === "operates" ? listPossibleQuadrants(dependence, readiness) : [],
  };
}

/** Does the zone count? It does if firms operate in it. */
export function isOperating({ operation }: DependenceRow): boolean {
  return operation.state === "operates";
}

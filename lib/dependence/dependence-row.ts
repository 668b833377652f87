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

/** A zone on the dependence page. */
export interface DependenceRow {
  readonly zone: ZoneRecord;
  readonly name: string;
  readonly candidate: boolean;
  readonly dependence: Dependence;
  /** The number of dimensions with a known level, of six. */
  readonly known: number;
  /** The weakest grade of the known levels; null where none is known. */
  readonly grade: EvidenceGrade | null;
  readonly readiness: Readiness | null;
  readonly operation: Operation;
  /** The quadrants that it could be in; empty where no firm operates. */
  readonly quadrants: readonly Quadrant[];
}

/**
 * Rows for the dependence page: zones with most known levels first, then highest confirmed dependence,
 * then in the register's order.
 * @param rows the zones of the query, with readiness under its weights
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

/** Do firms operate in the zone? Only such zones are placed in quadrants. */
export function isOperating({ operation }: DependenceRow): boolean {
  return operation.state === "operates";
}

import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { getOperation, isRunning, type Operation } from "@/lib/readiness/operation";
import type { Readiness } from "@/lib/readiness/readiness";
import type { Day } from "@/lib/time/day";
import {
  computeDependence,
  DEPENDENCE_FIELDS,
  type Dependence,
  type EvidenceGrade,
  getWeakestGrade,
} from "./dependence";

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
  asOf: Day,
): DependenceRow[] {
  const records = new Map(zones.map((zone) => [zone.slug, zone]));
  return rows
    .flatMap(({ slug, readiness }) => {
      const zone = records.get(slug);
      return zone ? [buildDependenceRow(zone, readiness, asOf)] : [];
    })
    .sort(
      (a, b) =>
        b.known - a.known || b.dependence.low - a.dependence.low || a.zone.order - b.zone.order,
    );
}

function buildDependenceRow(
  zone: ZoneRecord,
  readiness: Readiness | null,
  asOf: Day,
): DependenceRow {
  const dependence = computeDependence(zone.values);
  const operation = getOperation(zone, asOf);
  return {
    zone,
    name: shortZoneName(zone),
    candidate: isCandidate(zone.values),
    dependence,
    known: DEPENDENCE_FIELDS.filter((key) => zone.values[key] !== null).length,
    grade: getWeakestGrade(zone),
    readiness,
    operation,
    quadrants: isRunning(operation) ? listPossibleQuadrants(dependence, readiness) : [],
  };
}

/** Do firms operate in the zone? Only such zones are placed in quadrants. */
export function isOperating({ operation }: DependenceRow): boolean {
  return isRunning(operation);
}

/** Where both scales of the plane, 0 to 100, are divided. */
export const MIDDLE = 50;

/** The four quadrants of dependence against readiness: is a zone in it ready, and is it dependent? */
export const QUADRANTS = {
  "dependent-not-ready": { ready: false, dependent: true },
  "dependent-ready": { ready: true, dependent: true },
  "low-not-ready": { ready: false, dependent: false },
  "low-ready": { ready: true, dependent: false },
} as const;

/** Key of a quadrant. */
export type Quadrant = keyof typeof QUADRANTS;

/** The quadrants in the order of pages: as they are on the plane, row by row. */
export const QUADRANT_KEYS = Object.keys(QUADRANTS) as readonly Quadrant[];

/** An interval on 0 to 100. */
type Interval = Pick<Readiness, "low" | "high">;

/**
 * Every quadrant in which a zone could be, whatever its unknowns turn out to be. If there is only one,
 * the zone is certainly there. 50 belongs to the upper side. None where readiness is null.
 */
export function listPossibleQuadrants(
  dependence: Interval,
  readiness: Interval | null,
): readonly Quadrant[] {
  if (readiness === null) return [];
  return QUADRANT_KEYS.filter((key) => {
    const { ready, dependent } = QUADRANTS[key];
    return canBe(readiness, ready) && canBe(dependence, dependent);
  });
}

function canBe({ low, high }: Interval, upper: boolean): boolean {
  return upper ? high >= MIDDLE : low < MIDDLE;
}

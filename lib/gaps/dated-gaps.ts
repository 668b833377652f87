import type { ZoneFieldKey, ZoneValues } from "../catalogue/fields";
import type { ZoneRecord } from "../evidence/registry";
import { listActiveClaims } from "../evidence/resolve";
import { type Day, daysBetween, type PartialDate } from "../time/day";
import { getQuantity, type Utility } from "./gaps";
import { areClose, computeShare } from "./share";

/** What a need is of: the first phase or the whole zone. Null: its source does not say. */
type Basis = ZoneValues["powerNeededBasis"];

/** A report on the utility that is newer than a figure by this much makes the figure old. */
const NEWER_DAYS = 365;

type GapZone = Pick<ZoneRecord, "values" | "fields">;

/** A known quantity with its day. */
interface DatedQuantity {
  readonly value: number;
  readonly date: PartialDate;
  readonly effectiveOn: Day;
  /** The date of the report on the utility at the plots, where it is newer by a year or more; else null. */
  readonly newerReport: PartialDate | null;
}

/** A quantity of a zone with its day; null where it is unknown. */
export function getDatedQuantity(
  { indicator }: Utility,
  { values, fields }: GapZone,
  field: ZoneFieldKey,
): DatedQuantity | null {
  const value = getQuantity(values, field);
  const { evidence } = fields[field];
  if (value === null || evidence === null) return null;
  const { date, effectiveOn } = evidence;
  const report = values[indicator] === null ? null : fields[indicator].evidence;
  const isOlder = report !== null && daysBetween(effectiveOn, report.effectiveOn) >= NEWER_DAYS;
  return { value, date, effectiveOn, newerReport: isOlder ? report.date : null };
}

/**
 * What the shown need of a zone is of. A source says both, so a report by another source than that of the need does not
 * count: it may speak of another figure.
 */
export function getBasis({ basis, needed }: Utility, { fields }: GapZone): Basis {
  const sourceId = fields[needed].evidence?.claim.sourceId;
  if (basis === null || sourceId === undefined) return null;
  const said = listActiveClaims(fields[basis]).find(({ claim }) => claim.sourceId === sourceId);
  return (said?.claim.value ?? null) as Basis;
}

/** Need and delivery of a zone, where both are known. */
interface BothKnown {
  readonly needed: DatedQuantity;
  readonly delivered: DatedQuantity;
  readonly basis: Basis;
}

function getBoth(utility: Utility, zone: GapZone): BothKnown | null {
  const needed = getDatedQuantity(utility, zone, utility.needed);
  const delivered = getDatedQuantity(utility, zone, utility.delivered);
  if (needed === null || delivered === null) return null;
  return { needed, delivered, basis: getBasis(utility, zone) };
}

const listDays = ({ needed, delivered }: BothKnown) => [needed.effectiveOn, delivered.effectiveOn];

/** The delivered share of a zone's need, 0 and up; null where a figure is unknown or they are not comparable. */
export function getComparableShare(utility: Utility, zone: GapZone): number | null {
  const both = getBoth(utility, zone);
  if (both === null) return null;
  return computeShare({ ...both.delivered, basis: null }, { ...both.needed, basis: both.basis });
}

/** What the figures of some zones say about a utility. */
export interface GapAnswer {
  readonly zones: number;
  readonly bothKnown: number;
  /** Of `bothKnown`: those whose two figures are more than two years apart, and so are not compared. */
  readonly apart: number;
  /** Of `bothKnown` without `apart`: those that get less than they need. */
  readonly short: number;
  /** Zones whose delivery is older than the report on the utility at the plots by a year or more. */
  readonly outdated: number;
  /** The sums over the zones of `bothKnown`; null where they may not be added up. */
  readonly sum: GapSum | null;
}

/** Need and delivery of some zones together, in the unit of the utility. */
interface GapSum {
  readonly needed: number;
  readonly delivered: number;
  readonly basis: Basis;
  /** 0 and up; null where nothing is needed. */
  readonly share: number | null;
}

/**
 * Counts the zones by their gap, and adds their figures up only where that has a meaning: every need is of the same basis,
 * and all figures are within two years. The figures of one zone need no common basis.
 */
export function answerGap(utility: Utility, zones: readonly GapZone[]): GapAnswer {
  const both = zones.flatMap((zone) => getBoth(utility, zone) ?? []);
  const close = both.filter((one) => areClose(listDays(one)));
  return {
    zones: zones.length,
    bothKnown: both.length,
    apart: both.length - close.length,
    short: close.filter(({ needed, delivered }) => delivered.value < needed.value).length,
    outdated: zones.filter((zone) => {
      const delivered = getDatedQuantity(utility, zone, utility.delivered);
      return delivered !== null && delivered.newerReport !== null;
    }).length,
    sum: addUp(both),
  };
}

function addUp(both: readonly BothKnown[]): GapSum | null {
  const [first, ...rest] = both;
  if (first === undefined) return null;
  const { basis } = first;
  const isOneBasis = rest.every((zone) => basis !== null && zone.basis === basis);
  const days = both.flatMap(listDays).sort();
  if (!isOneBasis || !areClose(days)) return null;
  const [effectiveOn = ""] = days;
  const add = (part: "needed" | "delivered") => ({
    value: both.reduce((sum, zone) => sum + zone[part].value, 0),
    effectiveOn,
    basis,
  });
  const [needed, delivered] = [add("needed"), add("delivered")];
  const share = computeShare(delivered, needed);
  return { needed: needed.value, delivered: delivered.value, basis, share };
}

import { byConfirmedScore } from "@/lib/readiness/readiness";
import { shortZoneName } from "../evidence/short-zone-name";
import type { RankedZone, Ranking } from "../readiness/ranking";
import { formatNumber } from "./format-number";
import { asSentence, inWords } from "./number-words";

/** The page's answer: a title and what it rests on. */
export interface ReadinessWords {
  readonly title: string;
  readonly sentence: string;
}

/** A zone's name as it stands here. */
export function getName({ row }: Pick<RankedZone, "row">): string {
  return shortZoneName(row.values.name ?? row.slug);
}

/**
 * Which zones are most ready, as far as that can be said: what is certain first, then the floor.
 * @param line points that a floor is measured against
 */
export function readinessWords({ zones, order }: Ranking, line: number): ReadinessWords {
  const measured = zones.filter(({ readiness }) => readiness !== null);
  const [only] = measured;
  if (only === undefined) {
    const sentence =
      zones.length === 0
        ? "No zone answers what is asked. Take a condition away, or choose another day."
        : "Nothing that readiness asks for applies to what is shown.";
    return { title: "There is nothing to rank", sentence };
  }
  if (measured.length === 1) {
    return {
      title: `${getName(only)} stands alone here`,
      sentence: `One zone is in no order. ${floorWords(measured, line)}`,
    };
  }
  const pairs = `Of the ${formatNumber(order.pairs)} ${order.pairs === 1 ? "pair" : "pairs"} among the ${formatNumber(order.zones)} zones,`;
  if (order.certain === 0) {
    const overlap = order.pairs === 1 ? "The two bands overlap" : "Every band overlaps every other";
    return {
      title: "Nobody can yet say which zone is most ready",
      sentence: `${overlap}: ${pairs.toLowerCase()} none can be put in a certain order. What holds is the floor: ${floorWords(measured, line)}`,
    };
  }
  const certain =
    order.certain === order.pairs
      ? `${pairs} all are in a certain order.`
      : `${pairs} ${formatNumber(order.certain)} can be put in a certain order, whatever the unknowns turn out to be.`;
  return {
    title: titleOf(zones, order),
    sentence: `${certain} By the floor, ${floorWords(measured, line)}`,
  };
}

function titleOf(zones: readonly RankedZone[], order: Ranking["order"]): string {
  const first = zones.find(({ slug }) => slug === order.certainFirst);
  if (first) return `${getName(first)} is certainly the most ready of the ${order.zones}`;
  if (order.certainlyBehind === 0) {
    return "Nobody can yet say which zone is most ready";
  }
  return `Any of ${inWords(order.maybeFirst.length)} zones may be the most ready; ${inWords(order.certainlyBehind)} cannot be`;
}

/** Who leads by the floor, and how many have reached the line for certain. */
function floorWords(measured: readonly RankedZone[], line: number): string {
  const sorted = [...measured].sort((a, b) => byConfirmedScore(a.readiness, b.readiness));
  const [lead] = sorted;
  const most = lead?.readiness?.low ?? 0;
  if (lead === undefined || most === 0) return "no zone has a point in evidence.";
  const leads = sorted.filter(({ readiness }) => readiness?.low === most);
  const who =
    leads.length === 1 ? `${getName(lead)} leads` : `${inWords(leads.length)} zones lead together`;
  const reached = sorted.filter(({ readiness }) => (readiness?.low ?? 0) >= line);
  return `${who} with ${formatNumber(most)} points in evidence, and ${reachedWords(reached, line)}.`;
}

function reachedWords(reached: readonly RankedZone[], line: number): string {
  const points = `at least ${formatNumber(line)}`;
  if (reached.length === 0) return `none has ${points}`;
  const candidates = reached.filter(({ candidate }) => candidate).length;
  const aside =
    candidates === 0
      ? ""
      : `, ${inWords(candidates)} of them ${candidates === 1 ? "a candidate" : "candidates"},`;
  const zones = `${inWords(reached.length)} ${reached.length === 1 ? "zone" : "zones"}`;
  const has = reached.length === 1 ? "has" : "have";
  return `${zones}${aside} ${has} ${points}`;
}

/** A change of the ranking as it is read aloud: who stands first now. */
export function leadersAloud({ zones }: Ranking): string {
  const leaders = zones
    .filter(({ place }) => place !== null && place <= 3)
    .sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .map((zone) => `${zone.place}: ${getName(zone)}`);
  return asSentence(`first by the floor, ${leaders.join("; ")}.`);
}

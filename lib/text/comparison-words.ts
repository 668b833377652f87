import { type DifferenceCounts, listCertainPairs } from "@/lib/query/compare";
import type { Suggestion } from "@/lib/query/compare-suggestions";
import type { Readiness } from "@/lib/readiness/readiness";
import { formatScore } from "./format-number";
import { inWords, listed } from "./number-words";

/** A zone of a comparison as its sentences name it. */
export interface RankedName {
  readonly name: string;
  readonly readiness: Readiness | null;
}

/** The answer in a few sentences: who leads by the floor, how sure that is, and on how much they can be compared at all. */
export function comparisonSummary(zones: readonly RankedName[], counts: DifferenceCounts): string {
  return [...readinessWords(zones), fieldWords(counts)].map((words) => `${words}.`).join(" ");
}

function readinessWords(zones: readonly RankedName[]): string[] {
  const floors = zones.flatMap(({ readiness }) => readiness?.low ?? []);
  const best = Math.max(...floors);
  if (floors.length < 2 || best === 0) return ["Nothing is in evidence by which one would lead"];
  const leaders = zones.flatMap(({ name, readiness }) => (readiness?.low === best ? name : []));
  const leads =
    leaders.length === 1
      ? `By the floor ${leaders[0]} leads with ${formatScore(best)} points in evidence`
      : `By the floor ${listed(leaders, "and")} lead with ${formatScore(best)} points in evidence each`;
  return [`${leads}${certainWords(zones)}`];
}

function certainWords(zones: readonly RankedName[]): string {
  const pairs = listCertainPairs(zones.map(({ readiness }) => readiness));
  const [only] = pairs;
  if (only === undefined) {
    return zones.length === 2
      ? ", but the two bands overlap, so neither is certainly ahead"
      : ", but all bands overlap, so none is certainly ahead of another";
  }
  if (pairs.length === 1) {
    return `; ${zones[only.ahead]?.name} is certainly ahead of ${zones[only.behind]?.name}`;
  }
  const total = (zones.length * (zones.length - 1)) / 2;
  return `; in ${inWords(pairs.length)} of ${inWords(total)} pairs one is certainly ahead`;
}

function fieldWords({ differs, same, open }: DifferenceCounts): string {
  const agree = same === 0 ? null : `agree in ${inWords(same)}`;
  const said =
    differs > 0
      ? `They differ in ${fields(differs)}${agree === null ? "" : ` and ${agree}`}`
      : `In no field are they known to differ${agree === null ? "" : `; they ${agree}`}`;
  return open === 0
    ? said
    : `${said}; in ${inWords(open)} fewer than two values are known, so nothing can be said`;
}

function fields(count: number): string {
  return `${inWords(count)} ${count === 1 ? "field" : "fields"}`;
}

/** What a suggested set of zones is. */
export const SUGGESTION_WORDS: Readonly<Record<Suggestion["key"], string>> = {
  neighbours: "With the furthest of its province by the floor",
  priority: "The four CPEC zones to be built first",
  floor: "The four with most in evidence",
  operational: "Those called operational",
  bound: "Those bound to a developer",
};

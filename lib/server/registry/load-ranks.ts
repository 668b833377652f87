import "server-only";
import type { Weights } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import {
  buildPool,
  listKnownScoresInSteps,
  listRankInputsInSteps,
} from "@/lib/readiness/rank-inputs";
import {
  type computeRankUncertainty,
  measureRanks,
  type RanksBySlug,
} from "@/lib/readiness/rank-uncertainty";
import type { Unknowns } from "@/lib/readiness/unknowns";
import { runInSlices } from "../in-slices";
import { processSingleton } from "../process-singleton";
import type { RegistryView } from "./registry-at";

/** Answers kept for each moment: one takes the server as long as several pages. */
const KEPT_ANSWERS = 32;

/** What all routes and pages share. */
interface RankMemory {
  readonly kept: WeakMap<RegistryView, Map<string, Promise<RanksBySlug>>>;
  /** The computation that was asked for last: the next one begins after it, so that one runs at a time. */
  last: Promise<unknown>;
}

const getMemory = (): RankMemory =>
  processSingleton("ranks", () => ({ kept: new WeakMap(), last: Promise.resolve() }));

/**
 * The rank uncertainty of some zones of a moment. Equal requests share one answer; different ones are computed one after
 * the other, and requests of other kinds go on meanwhile.
 * @param rows the ranked zones; their order does not matter
 */
export function loadRanks(
  view: RegistryView,
  rows: readonly ZoneRow[],
  weights: Weights,
  unknowns: Unknowns,
): Promise<RanksBySlug> {
  const memory = getMemory();
  const answers = memory.kept.get(view) ?? new Map<string, Promise<RanksBySlug>>();
  memory.kept.set(view, answers);
  const ranked = [...rows].sort((a, b) => a.order - b.order);
  const key = JSON.stringify([weights, unknowns, ranked.map(({ slug }) => slug)]);
  const existing = answers.get(key);
  if (existing) return existing;
  const answer = memory.last.then(() => compute(view, ranked, weights, unknowns));
  memory.last = answer.catch(() => undefined);
  const [oldest] = answers.keys();
  if (answers.size >= KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
  answers.set(key, answer);
  return answer;
}

async function compute(
  view: RegistryView,
  rows: readonly ZoneRow[],
  weights: Weights,
  unknowns: Unknowns,
): Promise<RanksBySlug> {
  const ranks = await runInSlices(measureInSteps(view, rows, weights, unknowns));
  return Object.fromEntries(rows.map(({ slug }, i) => [slug, ranks[i] ?? null]));
}

function* measureInSteps(
  view: RegistryView,
  rows: readonly ZoneRow[],
  weights: Weights,
  unknowns: Unknowns,
): Generator<unknown, ReturnType<typeof computeRankUncertainty>> {
  const pool = buildPool(yield* listKnownScoresInSteps(view.rows));
  const inputs = yield* listRankInputsInSteps(rows);
  return yield* measureRanks({ inputs, pool, weights, unknowns });
}

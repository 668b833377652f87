import type { RankTask } from "@/lib/readiness/rank-scores";
import { measureRanks, type RankUncertainty } from "@/lib/readiness/rank-uncertainty";

/** What the page sends. A later request cancels an earlier one. */
export interface RankRequest {
  readonly key: string;
  readonly task: RankTask;
}

/** What the worker sends back: its progress, and at the end the result. */
export interface RankResponse {
  readonly key: string;
  /** 0–1. */
  readonly done: number;
  /** In the order of the task's zones; null before the end. */
  readonly found: readonly (RankUncertainty | null)[] | null;
}

/** Milliseconds of work between two checks for a newer request. */
const SLICE_MS = 20;

let latest = 0;

async function compute({ key, task }: RankRequest): Promise<void> {
  const current = ++latest;
  const steps = measureRanks(task);
  const post = (response: RankResponse) => self.postMessage(response);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return post({ key, done: 1, found: step.value });
    if (performance.now() - since < SLICE_MS) continue;
    post({ key, done: step.value, found: null });
    await new Promise((next) => setTimeout(next));
    if (current !== latest) return;
    since = performance.now();
  }
}

self.onmessage = ({ data }: MessageEvent<RankRequest>) => {
  void compute(data);
};

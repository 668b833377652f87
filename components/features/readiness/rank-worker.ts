import type { Weights } from "@/lib/catalogue/groups";
import { type BlockSums, measureStability, type Stability } from "@/lib/readiness/stability";

/** What the page sends. A later request cancels an earlier one. */
export interface StabilityRequest {
  readonly key: string;
  readonly sums: BlockSums;
  readonly weights: Weights;
}

/** What the worker sends back: its progress, and at the end the result. */
export interface StabilityResponse {
  readonly key: string;
  /** 0–1. */
  readonly done: number;
  /** In the order of the sums; null before the end. */
  readonly found: readonly (Stability | null)[] | null;
}

/** Milliseconds of work between two checks for a newer request. */
const SLICE_MS = 20;

let latest = 0;

async function compute({ key, sums, weights }: StabilityRequest): Promise<void> {
  const current = ++latest;
  const steps = measureStability(sums, weights);
  const post = (response: StabilityResponse) => self.postMessage(response);
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

self.onmessage = ({ data }: MessageEvent<StabilityRequest>) => {
  void compute(data);
};

import type { Weights } from "@/lib/catalogue/groups";
import type { BlockSums } from "@/lib/readiness/block-sums";
import { measureStability, type Stability } from "@/lib/readiness/stability";

/** What the page asks; a later question voids an earlier one. */
export interface StabilityQuestion {
  readonly key: string;
  readonly sums: BlockSums;
  readonly weights: Weights;
}

/** What the worker answers: how much is done, 0–1, and at the end the stability in the order of the sums. */
export interface StabilityAnswer {
  readonly key: string;
  readonly done: number;
  readonly found: readonly (Stability | null)[] | null;
}

/** Work between two looks at what is asked meanwhile. */
const TURN_MS = 20;

let asked = 0;

async function answer({ key, sums, weights }: StabilityQuestion): Promise<void> {
  const mine = ++asked;
  const reckoning = measureStability(sums, weights);
  const tell = (answered: StabilityAnswer) => self.postMessage(answered);
  let since = performance.now();
  for (let step = reckoning.next(); ; step = reckoning.next()) {
    if (step.done) return tell({ key, done: 1, found: step.value });
    if (performance.now() - since < TURN_MS) continue;
    tell({ key, done: step.value, found: null });
    await new Promise((next) => setTimeout(next));
    if (mine !== asked) return;
    since = performance.now();
  }
}

self.onmessage = ({ data }: MessageEvent<StabilityQuestion>) => {
  void answer(data);
};

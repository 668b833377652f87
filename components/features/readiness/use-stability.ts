"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import type { ZoneRow } from "@/lib/evidence/row";
import { sumBlocks } from "@/lib/readiness/block-sums";
import { computeStability, type Stability } from "@/lib/readiness/stability";
import type { ServedStability, StabilityBySlug } from "./served-readiness";
import type { StabilityAnswer, StabilityQuestion } from "./stability-worker";

/** Stability as far as it is known. */
export interface StabilityShown {
  /** The last that was reckoned; null before the first. */
  readonly bySlug: StabilityBySlug | null;
  /** How much of that under the present weights is done, 0–1; null where it is what is shown. */
  readonly reckoning: number | null;
}

interface Found {
  readonly key: string;
  readonly bySlug: StabilityBySlug | null;
}

/**
 * The stability of zones under the reader's weights, reckoned by a worker, so that the page never
 * waits for it. What came with the page holds until the weights change.
 * @param rows the ranked zones, in the register's order
 * @param moment names the day and version that the rows are of
 */
export function useStability(
  rows: readonly ZoneRow[],
  weights: Weights,
  moment: string,
  served: ServedStability | null,
): StabilityShown {
  const slugs = useMemo(() => rows.map(({ slug }) => slug), [rows]);
  const key = keyOf(slugs, weights, moment);
  const [seen, see] = useState(served);
  const [found, setFound] = useState<Found>(() => foundBy(served, moment));
  // The server has made the page anew, of another day or other zones.
  if (served !== seen) {
    see(served);
    if (served !== null) setFound(foundBy(served, moment));
  }
  const [progress, setProgress] = useState({ key: "", done: 0 });
  const worker = useRef<Worker | null>(null);
  const isShown = found.key === key && found.bySlug !== null;
  const question = useMemo(
    () => (isShown ? null : { key, sums: sumBlocks(rows), weights }),
    [isShown, key, rows, weights],
  );

  useEffect(() => {
    if (question === null) return;
    const use = (list: readonly (Stability | null)[]) =>
      setFound({
        key: question.key,
        bySlug: Object.fromEntries(slugs.map((slug, i) => [slug, list[i] ?? null])),
      });
    return ask(worker, question, ({ key: answered, done, found: list }) => {
      if (answered !== question.key) return;
      if (list === null) setProgress({ key: answered, done });
      else use(list);
    });
  }, [question, slugs]);
  useEffect(() => () => worker.current?.terminate(), []);

  const done = progress.key === key ? progress.done : 0;
  return { bySlug: found.bySlug, reckoning: isShown ? null : done };
}

/** Puts a question to the worker, which is made for the first; returns the way to stop listening. */
function ask(
  held: { current: Worker | null },
  question: StabilityQuestion,
  onAnswer: (answer: StabilityAnswer) => void,
): () => void {
  const listen = ({ data }: MessageEvent<StabilityAnswer>) => onAnswer(data);
  // A browser that refuses the worker reckons on the page itself, once.
  const alone = () => {
    const { key, sums, weights } = question;
    onAnswer({ key, done: 1, found: computeStability(sums, weights) });
  };
  held.current ??= new Worker(new URL("./stability-worker.ts", import.meta.url), {
    type: "module",
  });
  const worker = held.current;
  worker.addEventListener("message", listen);
  worker.addEventListener("error", alone);
  worker.postMessage(question);
  return () => {
    worker.removeEventListener("message", listen);
    worker.removeEventListener("error", alone);
  };
}

function foundBy(served: ServedStability | null, moment: string): Found {
  if (served === null) return { key: "", bySlug: null };
  const { weights, bySlug } = served;
  return { key: keyOf(Object.keys(bySlug), weights, moment), bySlug };
}

/** Names all that stability depends on. */
function keyOf(slugs: readonly string[], weights: Weights, moment: string): string {
  return [moment, ...BLOCKS.map((block) => weights[block]), ...slugs].join(" ");
}

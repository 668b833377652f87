"use client";

import { useId, useState } from "react";
import { fieldClass } from "@/components/ui/field-class";
import { Slider } from "@/components/ui/slider";
import { BLOCK_INDICATORS, fieldSpec } from "@/lib/catalogue/fields";
import { BLOCKS, type BlockKey, GROUPS, type Weights } from "@/lib/catalogue/groups";
import { sameWeights, WEIGHT_PRESETS } from "@/lib/readiness/weight-presets";
import type { ChangeLive } from "./use-readiness-address";

/** Sliders go so far; a greater weight may be typed. */
const SLIDER_MAX = 50;
/** What an address may say at most. */
const GREATEST = 1_000_000;

/** Props of the panel of weights. */
export interface WeightsPanelProps {
  weights: Weights;
  /** The address that says these weights and all else as it is. */
  addressOf: (weights: Weights) => string;
  onChange: ChangeLive;
}

/** The reader's weights: a slider and a number for each block, and ways to begin. */
export function WeightsPanel({ weights, addressOf, onChange }: WeightsPanelProps) {
  const [shown, show] = useState(false);
  const [refused, refuse] = useState(false);
  const body = useId();
  const preset = WEIGHT_PRESETS.find((one) => sameWeights(one.weights, weights));
  const sum = BLOCKS.reduce((total, block) => total + weights[block], 0);
  const weigh = (block: BlockKey, weight: number) => {
    const next = { ...weights, [block]: weight };
    const isAllowed = BLOCKS.some((one) => next[one] > 0);
    refuse(!isAllowed);
    if (isAllowed) onChange({ weights: next }, { act: `weight-${block}` });
  };
  return (
    <section aria-labelledby="weights-title" className="readiness-weights">
      <h2 id="weights-title" className="title">
        Your weights
      </h2>
      <p className="mt-0.5 mb-2 text-12 text-ink-2">
        They stand in the address, so a link shows your ranking.
      </p>
      <ul aria-label="Ways to weigh" className="no-print flex flex-wrap gap-1.5">
        {WEIGHT_PRESETS.map((one) => (
          <li key={one.label}>
            <a
              href={addressOf(one.weights)}
              title={one.why}
              aria-current={one === preset ? "true" : undefined}
              className="readiness-preset"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                refuse(false);
                onChange({ weights: one.weights });
              }}
            >
              {one.label}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-12 text-ink-2">{preset ? preset.why : "Your own."}</p>
      <button
        type="button"
        aria-expanded={shown}
        aria-controls={body}
        className="readiness-weights-toggle link no-print"
        onClick={() => show(!shown)}
      >
        {shown ? "Hide the sliders" : "Weigh each block yourself"}
      </button>
      <div id={body} data-shown={shown || undefined} className="readiness-weights-body">
        {BLOCKS.map((block) => (
          <BlockWeight
            key={block}
            block={block}
            weight={weights[block]}
            sum={sum}
            onWeigh={(weight) => weigh(block, weight)}
          />
        ))}
        <p className="border-line border-t pt-2">
          Sum <b className="tabular">{Number(sum.toFixed(2))}</b>
          <span className="text-12 text-ink-3">; only shares of it count</span>
        </p>
        <p role="status" className="text-12 text-rust">
          {refused ? "At least one weight must be above 0." : null}
        </p>
      </div>
    </section>
  );
}

interface BlockWeightProps {
  block: BlockKey;
  weight: number;
  sum: number;
  onWeigh: (weight: number) => void;
}

function BlockWeight({ block, weight, sum, onWeigh }: BlockWeightProps) {
  const id = useId();
  // What is being typed, which need not be a number yet.
  const [draft, setDraft] = useState<string | null>(null);
  const share = Math.round((100 * weight) / sum);
  return (
    <div className="border-line border-t pt-2 pb-2">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {GROUPS[block]}
        </label>
        <span className="readiness-number">
          <input
            id={id}
            type="number"
            inputMode="decimal"
            min={0}
            max={GREATEST}
            step="any"
            value={draft ?? weight}
            onChange={(event) => {
              const { value, valueAsNumber } = event.currentTarget;
              setDraft(value);
              if (valueAsNumber >= 0 && valueAsNumber <= GREATEST) onWeigh(valueAsNumber);
            }}
            onBlur={() => setDraft(null)}
            className={fieldClass(false, "tabular text-right font-semibold")}
          />
        </span>
      </div>
      <div className="no-print">
        <Slider
          label={`Weight of ${GROUPS[block]}`}
          min={0}
          max={Math.max(SLIDER_MAX, Math.ceil(weight))}
          value={weight}
          valueText={`${weight}, ${share} per cent of all`}
          onChange={onWeigh}
        />
      </div>
      <p className="text-11 text-ink-3">
        {BLOCK_INDICATORS[block].map((key) => fieldSpec(key).label.toLowerCase()).join(", ")}
      </p>
    </div>
  );
}

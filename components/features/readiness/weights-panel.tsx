import { useId, useState } from "react";
import { Anchor } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { fieldClass } from "@/components/ui/field-class";
import { Slider } from "@/components/ui/slider";
import { BLOCK_INDICATORS } from "@/lib/catalogue/fields";
import {
  BLOCKS,
  type BlockKey,
  sameWeights,
  WEIGHT_PRESETS,
  type Weights,
} from "@/lib/catalogue/groups";
import { useText } from "@/lib/text/use-text";
import type { ChangeParams } from "./use-readiness";

/** The end of the sliders; a greater weight can be typed. */
const SLIDER_MAX = 50;
/** The greatest weight that an address can have. */
const MAX_WEIGHT = 1_000_000;

const PRESET =
  "inline-flex min-h-6 items-center rounded-2 px-2 py-0.5 font-medium text-12 pointer-coarse:min-h-11 pointer-coarse:px-3";
const CURRENT_PRESET = "bg-accent-wash text-accent shadow-[inset_0_0_0_1px_var(--color-accent)]";
const OTHER_PRESET =
  "shadow-[inset_0_0_0_1px_var(--color-line-2)] hover:shadow-[inset_0_0_0_1px_var(--color-edge)]";

interface WeightsPanelProps {
  weights: Weights;
  /** The address with other weights. */
  addressOf: (weights: Weights) => string;
  onChange: ChangeParams;
}

/** The reader's weights: presets, and a slider and a number for each block. */
export function WeightsPanel({ weights, addressOf, onChange }: WeightsPanelProps) {
  const text = useText();
  const { t, number } = text;
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState(false);
  const id = useId();
  const current = WEIGHT_PRESETS.find((preset) => sameWeights(preset.weights, weights));
  const sum = BLOCKS.reduce((total, block) => total + weights[block], 0);
  const setWeight = (block: BlockKey, weight: number) => {
    const next = { ...weights, [block]: weight };
    const isAllowed = BLOCKS.some((key) => next[key] > 0);
    setRefused(!isAllowed);
    if (isAllowed) onChange({ weights: next }, { act: `weight-${block}` });
  };
  return (
    <section aria-labelledby="weights-title">
      <h2 id="weights-title" className="title">
        {t("readiness.weights.title")}
      </h2>
      <p className="no-print mt-0.5 mb-2 text-12 text-ink-2">{t("readiness.weights.saved")}</p>
      <ul aria-label={t("readiness.weights.presets")} className="no-print flex flex-wrap gap-1.5">
        {WEIGHT_PRESETS.map((preset) => (
          <li key={preset.key}>
            <Anchor
              href={addressOf(preset.weights)}
              title={t(`readiness.preset.${preset.key}.why`)}
              aria-current={preset === current ? "true" : undefined}
              className={cx(PRESET, preset === current ? CURRENT_PRESET : OTHER_PRESET)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                setRefused(false);
                onChange({ weights: preset.weights });
              }}
            >
              {t(`readiness.preset.${preset.key}.label`)}
            </Anchor>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-12 text-ink-2">
        {current ? t(`readiness.preset.${current.key}.why`) : t("readiness.weights.own")}
      </p>
      <p className="hidden text-12 print:block">
        {text.list(
          BLOCKS.map((block) =>
            t("readiness.weights.part", {
              block: text.groupLabel(block),
              weight: number(weights[block]),
            }),
          ),
        )}
      </p>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        className="link no-print mt-2 min-h-6 xl:hidden pointer-coarse:min-h-11"
        onClick={() => setOpen(!open)}
      >
        {t(open ? "readiness.weights.hide" : "readiness.weights.show")}
      </button>
      <div
        id={id}
        className={cx(
          "no-print mt-2",
          open
            ? "max-xl:grid max-xl:grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] max-xl:gap-x-6"
            : "max-xl:hidden",
        )}
      >
        {BLOCKS.map((block) => (
          <BlockWeight
            key={block}
            block={block}
            weight={weights[block]}
            sum={sum}
            onWeight={(weight) => setWeight(block, weight)}
          />
        ))}
        <p className="border-line border-t pt-2">
          {t.rich("readiness.weights.sum", {
            sum: number(sum),
            b: (words) => <b className="tabular">{words}</b>,
            hint: (words) => <span className="text-12 text-ink-3">{words}</span>,
          })}
        </p>
        <p role="status" className="text-12 text-rust">
          {refused ? t("readiness.weights.refused") : null}
        </p>
      </div>
    </section>
  );
}

interface BlockWeightProps {
  block: BlockKey;
  weight: number;
  /** Of all weights. */
  sum: number;
  onWeight: (weight: number) => void;
}

function BlockWeight({ block, weight, sum, onWeight }: BlockWeightProps) {
  const text = useText();
  const { t } = text;
  const id = useId();
  // What is being typed, which may not be a number yet; null: the field shows the weight.
  const [draft, setDraft] = useState<string | null>(null);
  const label = text.groupLabel(block);
  return (
    <div className="border-line border-t pt-2 pb-2">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span className="w-19 flex-none">
          <input
            id={id}
            type="number"
            inputMode="decimal"
            min={0}
            max={MAX_WEIGHT}
            step="any"
            value={draft ?? weight}
            onChange={(event) => {
              const { value, valueAsNumber } = event.currentTarget;
              setDraft(value);
              if (valueAsNumber >= 0 && valueAsNumber <= MAX_WEIGHT) onWeight(valueAsNumber);
            }}
            onBlur={() => setDraft(null)}
            className={fieldClass(false, "tabular text-end font-semibold")}
          />
        </span>
      </div>
      <Slider
        label={t("readiness.weights.slider", { block: label })}
        min={0}
        max={Math.max(SLIDER_MAX, Math.ceil(weight))}
        value={weight}
        valueText={t("readiness.weights.value", {
          weight: text.number(weight),
          share: text.percent(weight / sum),
        })}
        onChange={onWeight}
      />
      <p className="text-12 text-ink-3">
        {text.list(BLOCK_INDICATORS[block].map((key) => text.fieldLabel(key)))}
      </p>
    </div>
  );
}

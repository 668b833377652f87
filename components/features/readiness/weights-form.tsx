"use client";

import { useState } from "react";
import { PageForm } from "@/components/layout/link";
import { Button } from "@/components/ui/button";
import { fieldClass } from "@/components/ui/field-class";
import { FilterField } from "@/components/ui/filter-field";
import type { BlockKey, Weights } from "@/lib/catalogue/groups";
import { THRESHOLD_PARAM } from "@/lib/readiness/threshold";

/** The greatest weight that an address can have. */
const MAX_WEIGHT = 1_000_000;

interface WeightsFormProps {
  path: string;
  weights: Weights;
  /** 0–100. */
  threshold: number;
  sort: string;
  sorts: readonly (readonly [value: string, label: string])[];
  blocks: readonly (readonly [block: BlockKey, label: string])[];
  /** The other parameters of the address. */
  kept: readonly (readonly [string, string])[];
  words: Readonly<Record<"sort" | "current" | "threshold" | "apply" | "refused", string>>;
}

/** The reader's weights, threshold and order of the scores. The address keeps them. */
export function WeightsForm(props: WeightsFormProps) {
  const { path, threshold, sort, sorts, blocks, kept, words } = props;
  const [weights, setWeights] = useState(props.weights);
  const isAllowed = blocks.some(([block]) => weights[block] > 0);
  return (
    <PageForm
      action={`${path}#scores`}
      method="get"
      className="no-print mt-3 flex flex-wrap items-end gap-x-4 gap-y-2"
    >
      {[...kept, ["weights", blocks.map(([block]) => `${block}:${weights[block]}`).join(",")]].map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {blocks.map(([block, label]) => (
        <FilterField key={block} label={label} className="w-28">
          {(id) => (
            <input
              id={id}
              type="number"
              inputMode="decimal"
              min={0}
              max={MAX_WEIGHT}
              step="any"
              required
              defaultValue={weights[block]}
              onChange={({ currentTarget: { valueAsNumber } }) => {
                if (valueAsNumber >= 0) setWeights({ ...weights, [block]: valueAsNumber });
              }}
              className={fieldClass(false, "tabular text-end")}
            />
          )}
        </FilterField>
      ))}
      <FilterField label={words.threshold} className="w-28">
        {(id) => (
          <input
            id={id}
            type="number"
            name={THRESHOLD_PARAM}
            min={0}
            max={100}
            step="any"
            defaultValue={threshold}
            className={fieldClass(false, "tabular text-end")}
          />
        )}
      </FilterField>
      <FilterField label={words.sort} className="max-w-full">
        {(id) => (
          <select id={id} name="sort" defaultValue={sort} className={fieldClass(false)}>
            {sorts.some(([code]) => code === sort) ? null : (
              <option value={sort}>{words.current}</option>
            )}
            {sorts.map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        )}
      </FilterField>
      <Button type="submit" disabled={!isAllowed}>
        {words.apply}
      </Button>
      <p role="status" className="text-13 text-rust">
        {isAllowed ? null : words.refused}
      </p>
    </PageForm>
  );
}

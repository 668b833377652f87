"use client";

import { Bar } from "@/components/charts/bar";
import type { Tone } from "@/components/charts/drawing";
import type { Fact } from "@/components/evidence/fact";
import { FactDate, FactValue } from "@/components/evidence/fact-view";
import "./delivery-rows.css";

/** A quantity of power or gas. */
export interface DeliveryFact extends Fact {
  /** Needed, approved or delivered, in words. */
  readonly stage: string;
  /** In the unit of a full bar; null: unknown. */
  readonly amount: number | null;
  readonly tone: Tone;
}

/** Quantities under each other as lengths. A client component, so that a page sends their words once beside the markup. */
export function DeliveryRows({ facts, full }: { facts: readonly DeliveryFact[]; full: number }) {
  return (
    <dl className="delivery-rows">
      {facts.map((fact) => (
        <div key={fact.field}>
          <dt>{fact.stage}</dt>
          <dd>
            <Bar value={fact.amount} full={full} tone={fact.tone} />
          </dd>
          <dd>
            <FactValue fact={fact} />
          </dd>
          <dd>
            <FactDate fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

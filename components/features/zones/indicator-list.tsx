"use client";

import { IntervalBar } from "@/components/charts/interval-bar";
import type { Fact } from "@/components/evidence/fact";
import { FactDate, FactValue } from "@/components/evidence/fact-view";
import { usePlainText } from "@/lib/text/use-plain-text";
import "./readiness-section.css";

/** An indicator of readiness: its fact, and its score. */
export interface IndicatorFact extends Fact {
  /** The least and the greatest score that the evidence allows, 0–1; absent where the indicator does not apply. */
  readonly low?: number;
  readonly high?: number;
  /** Does the score count as known? */
  readonly isKnown?: 1;
  /** The value is weak for the score. */
  readonly isWeakForScore?: 1;
}

interface BlockHeadProps {
  title: string;
  /** What the block weighs, in words. */
  weight: string;
  /** Its interval; null: nothing applies. */
  score: { readonly low: number; readonly high: number; readonly range: string } | null;
  candidate: boolean;
  /** How many of its facts are known, in words. */
  known: string;
}

/** The head of a block: its weight, its interval and how much of it is known. A client component for the same reason as its list. */
export function BlockHead({ title, weight, score, candidate, known }: BlockHeadProps) {
  const { t } = usePlainText();
  return (
    <header className="block-head">
      <h3>{title}</h3>
      <span>{weight}</span>
      {score === null ? (
        <span className="unknown max-sm:col-span-2">{t("common.notApplicableBare")}</span>
      ) : (
        <IntervalBar
          low={score.low}
          high={score.high}
          candidate={candidate}
          className="max-sm:col-span-2"
        />
      )}
      <b>{score?.range}</b>
      <span>{known}</span>
    </header>
  );
}

/** The indicators of a block that have reports. A client component, so that a page sends their words once beside the markup. */
export function IndicatorList({ facts }: { facts: readonly IndicatorFact[] }) {
  const { t } = usePlainText();
  return (
    <ul className="indicators">
      {facts.map((fact) => (
        <li key={fact.field}>
          <Gauge {...fact} />
          <span>
            <span>{fact.label}</span>
            <span>
              <FactValue fact={fact} />
            </span>
            <FactDate fact={fact} />
            {fact.isWeakForScore ? (
              <span className="block text-12 text-ink-2">{t("common.support.weak")}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/**
 * An indicator's score as a height: solid up to the least that the evidence allows, hollow up to the greatest, a line
 * where it does not apply.
 */
function Gauge({ low, high, isKnown }: Pick<IndicatorFact, "low" | "high" | "isKnown">) {
  if (low === undefined || high === undefined) {
    return <span aria-hidden="true" className="gauge-none" />;
  }
  return (
    <span aria-hidden="true" className="gauge" data-known={isKnown ? "" : undefined}>
      {high > low ? (
        <i style={{ bottom: `${100 * low}%`, height: `${100 * (high - low)}%` }} />
      ) : null}
      {isKnown || low > 0 ? <b style={{ height: `${100 * low}%` }} /> : null}
    </span>
  );
}

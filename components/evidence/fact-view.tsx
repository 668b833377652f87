"use client";

import { Original } from "@/components/ui/original";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { usePlainText } from "@/lib/text/use-plain-text";
import { DateLine } from "./date-line";
import { EvidenceAnchor } from "./evidence-anchor";
import type { Fact } from "./fact";
import "./fact-list.css";

/** The value of a fact, which leads to its evidence. @param unknown replaces "Unknown" */
export function FactValue({ fact, unknown }: { fact: Fact; unknown?: string }) {
  const { t } = usePlainText();
  const { field, tenancy = null, label, words } = fact;
  return (
    <EvidenceAnchor
      href={`#${getLedgerAnchor(field, tenancy)}`}
      label={label}
      className={words === undefined ? "unknown" : undefined}
    >
      {words === undefined ? (
        (unknown ?? t("evidence.unknown"))
      ) : fact.lang ? (
        <Original lang={fact.lang}>{words}</Original>
      ) : (
        words
      )}
    </EvidenceAnchor>
  );
}

/** What stands under the value of a fact. */
export function FactDate({ fact }: { fact: Fact }) {
  const { since, date, ageDays, isTimeless, isFresh, mark, support, isWeak, unused } = fact;
  return (
    <DateLine
      since={since}
      date={date}
      ageDays={ageDays}
      timeless={isTimeless && true}
      fresh={isFresh && true}
      mark={mark}
      support={support && { support, weak: isWeak === 1 }}
      unused={unused}
    />
  );
}

interface FactListProps {
  /** Of `Fact`. */
  facts: readonly Fact[];
}

/** Facts beside each other, each under its name and over its date. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="fact-list">
      {facts.map((fact) => (
        <div key={fact.field}>
          <dt>{fact.label}</dt>
          <dd>
            <span>
              <FactValue fact={fact} />
            </span>
            <FactDate fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Facts of which nothing was found, in columns. */
export function MissingFacts({ facts }: FactListProps) {
  return (
    <dl className="missing-facts">
      {facts.map((fact) => (
        <div key={fact.field}>
          <dt>{fact.label}</dt>
          <dd>
            <FactValue fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

"use client";

import type { ReactNode } from "react";
import type { Fact } from "@/components/evidence/fact";
import { FactDate, FactValue } from "@/components/evidence/fact-view";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Anchor } from "@/components/layout/link";
import type { Standing } from "@/lib/readiness/standing";
import "./summary-card.css";

interface SummaryLineProps {
  fact: Fact;
  /** The zone's standing, as a mark before the value. */
  mark?: { readonly standing: Standing; readonly candidate: boolean };
  /** Since when it is reported, in words. */
  first?: string;
  /** The source, and whose words they are. */
  source?: {
    readonly words: string;
    /** Absent: there is only its id. */
    readonly href?: string;
    readonly origin: string;
  };
  /** After the value, quieter. */
  children?: ReactNode;
}

/**
 * One value with its date, age and support, since when it is reported, and the source that says so: beside each other where
 * there is room, under each other on a phone. A client component, so that a page sends its words once beside the markup.
 */
export function SummaryLine({ fact, mark, first, source, children }: SummaryLineProps) {
  return (
    <div>
      <dt>{fact.label}</dt>
      <dd>
        <span>
          {mark === undefined ? null : <StandingMark {...mark} />}
          <FactValue fact={fact} />
        </span>
        {children ? <span>{children}</span> : null}
      </dd>
      <dd>
        <FactDate fact={fact} />
        {first === undefined ? null : <span className="meta block">{first}</span>}
      </dd>
      <dd>
        {source === undefined ? null : (
          <>
            {source.href === undefined ? (
              <span>{source.words}</span>
            ) : (
              <Anchor className="link" href={source.href}>
                {source.words}
              </Anchor>
            )}
            <span className="block text-ink-3">{source.origin}</span>
          </>
        )}
      </dd>
    </div>
  );
}

"use client";

import { IntervalBar } from "@/components/charts/interval-bar";
import { Anchor } from "@/components/layout/link";
import type { Standing } from "@/lib/readiness/standing";
import { usePlainText } from "@/lib/text/use-plain-text";
import { StandingMark } from "./standing-mark";
import "./zone-score.css";

interface ZoneScoreLineProps {
  name: string;
  href: string;
  standing: Standing;
  /** Approval not confirmed. */
  candidate: boolean;
  /** Null: nothing applies to the zone. */
  score: {
    readonly low: number;
    readonly high: number;
    /** In a sentence, read aloud. */
    readonly words: string;
    readonly range: string;
    readonly known: string;
  } | null;
}

/** A zone with its score in one line. A client component, so that a page sends its words once beside the markup. */
export function ZoneScoreLine({ name, href, standing, candidate, score }: ZoneScoreLineProps) {
  const { t } = usePlainText();
  return (
    <span className="zone-score">
      <span>
        <span>
          <StandingMark standing={standing} candidate={candidate} />
          <Anchor href={href}>
            {name}
            {candidate ? (
              <span className="sr-only">{`, ${t("common.approval.notConfirmed")}`}</span>
            ) : null}
          </Anchor>
        </span>
        {score === null ? (
          <span className="unknown @md:col-span-3">{t("common.notApplicableBare")}</span>
        ) : (
          <>
            <IntervalBar
              low={score.low}
              high={score.high}
              candidate={candidate}
              size={9}
              className="@max-md:order-last @max-md:col-span-3"
            />
            <span className="sr-only">{score.words}</span>
            <b aria-hidden="true">{score.range}</b>
            <span aria-hidden="true" className="meta text-end">
              {score.known}
            </span>
          </>
        )}
      </span>
    </span>
  );
}

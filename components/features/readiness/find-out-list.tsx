"use client";

import type { Route } from "next";
import Link from "next/link";
import { Fragment, useMemo, useState } from "react";
import { StatusMark } from "@/components/evidence/status-mark";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { fieldSpec } from "@/lib/catalogue/fields";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import type { OpenQuestion } from "@/lib/readiness/open-questions";
import { groupQuestions, type QuestionGroup } from "@/lib/readiness/open-questions";
import type { RankedZone } from "@/lib/readiness/ranking";
import { formatNumber } from "@/lib/text/format-number";
import { placeWords } from "@/lib/text/rank-words";
import { getName } from "@/lib/text/readiness-words";

const AT_FIRST = 9;
const MORE = 30;

/** Props of the list of what to find out next. */
export interface FindOutListProps {
  questions: readonly OpenQuestion[];
  zones: ReadonlyMap<string, RankedZone>;
  /** The moment as part of an address; empty for today. */
  moment: string;
}

/** What to find out next: the values whose answer would move a zone furthest, each with the way to its evidence. */
export function FindOutList({ questions, zones, moment }: FindOutListProps) {
  const [most, setMost] = useState(AT_FIRST);
  const groups = useMemo(() => groupQuestions(questions), [questions]);
  const shown = groups.slice(0, most);
  return (
    <section id="find-out" aria-labelledby="find-out-title" className="readiness-next">
      <h2 id="find-out-title" className="title">
        What to find out next
      </h2>
      <p className="mt-0.5 mb-2 text-12 text-ink-2">
        One answer, and the place by the floor where it would put the zone: at best, and at worst.
      </p>
      {groups.length === 0 ? (
        <p className="text-12 text-ink-3">Nothing that weighs is unknown or old here.</p>
      ) : (
        <ul>
          {shown.map((group) => (
            <Question
              key={`${group.slug} ${group.fields.join(" ")}`}
              group={group}
              zone={zones.get(group.slug)}
              moment={moment}
            />
          ))}
        </ul>
      )}
      {groups.length > shown.length ? (
        <Button className="no-print mt-2" onClick={() => setMost(most + MORE)}>
          Show more of {formatNumber(groups.length)}
        </Button>
      ) : null}
    </section>
  );
}

interface QuestionProps {
  group: QuestionGroup;
  zone: RankedZone | undefined;
  moment: string;
}

function Question({ group, zone, moment }: QuestionProps) {
  const { slug, place, best, worst, why, width, fields } = group;
  const address = `/zones/${slug}${moment}`;
  return (
    <li className="readiness-question">
      <span className="flex min-w-0 items-center gap-1.5">
        {zone ? <StatusMark status={zone.row.values.status} candidate={zone.candidate} /> : null}
        <Link
          href={address as Route}
          prefetch={false}
          className={cx(
            "inline-block min-h-6 py-0.5 hover:underline",
            zone?.candidate ? "text-ink-2" : "font-semibold",
          )}
        >
          {zone ? getName(zone) : slug}
        </Link>
      </span>
      <span className="tabular whitespace-nowrap text-right font-medium">
        {best === place ? (
          <>stays {placeWords(place)}</>
        ) : (
          <>
            {placeWords(place)} <span aria-hidden="true">→</span>
            <span className="sr-only"> to </span> {placeWords(best)}
          </>
        )}
      </span>
      <span className="min-w-0 pl-5 text-12 text-ink-2">
        {fields.length > 1 ? "any of " : null}
        {fields.map((field, i) => (
          <Fragment key={field}>
            {i > 0 ? ", " : null}
            <Link
              href={`${address}#${getLedgerAnchor(field)}` as Route}
              prefetch={false}
              className="evidence-link inline-block min-h-6 py-1"
            >
              {i > 0 || fields.length > 1
                ? fieldSpec(field).label.toLowerCase()
                : fieldSpec(field).label}
            </Link>
          </Fragment>
        ))}
        <span className="meta block">
          {why === "unknown"
            ? `unknown; any answer takes ${formatNumber(width)} points off the band`
            : "known, but older than two years"}
        </span>
      </span>
      <span className="meta whitespace-nowrap text-right">
        {worst === place ? "no worse" : `or ${placeWords(worst)}`}
      </span>
    </li>
  );
}

"use client";

import { Anchor } from "@/components/layout/link";
import { type PackedRecords, unpackRecords } from "@/lib/evidence/packed-records";
import "./change-list.css";

/** A change in words. What there is none of is left out. */
export interface ChangeWords {
  /** The day, and the same in words. */
  readonly on: string;
  readonly day: string;
  /** The zone and its page. */
  readonly zone: string;
  readonly zonePage: string;
  /** What the change is about, which leads to its evidence, and the words around it. */
  readonly before?: string;
  readonly subject: string;
  readonly after?: string;
  readonly href: string;
  /** The publisher and the date of the source, and its page; without one, the id of the source. */
  readonly source: string;
  readonly sourcePage?: string;
}

interface ChangeDaysProps {
  /** Of `ChangeWords`, those of a day, of a zone in it and of a source in that after one another. */
  changes: PackedRecords;
  /** Facts follow one another in a line; sentences are under one another. */
  isFacts: boolean;
}

/** Changes by day, zone and source. A client component, so that a page sends their words once beside the markup. */
export function ChangeDays({ changes, isFacts }: ChangeDaysProps) {
  return groupBy(unpackRecords<ChangeWords>(changes), ({ on }) => on).map(([day, ofDay]) => (
    <section key={day.on} className="change-day">
      <h3>
        <time dateTime={day.on}>{day.day}</time>
      </h3>
      <ul>
        {groupBy(ofDay, ({ zonePage }) => zonePage).map(([zone, ofZone]) => (
          <li key={zone.zonePage}>
            <Anchor href={zone.zonePage}>{zone.zone}</Anchor>
            <div>
              {groupBy(ofZone, sourceOf).map(([source, ofSource]) => (
                <div key={sourceOf(source)}>
                  <ul className={isFacts ? "change-facts" : undefined}>
                    {ofSource.map((change) => (
                      <li key={`${change.href} ${change.before} ${change.after}`}>
                        {change.before}
                        <Anchor className="link" href={change.href}>
                          {change.subject}
                        </Anchor>
                        {change.after}
                      </li>
                    ))}
                  </ul>
                  <p className="meta">
                    {source.sourcePage === undefined ? (
                      <span>{source.source}</span>
                    ) : (
                      <Anchor className="link" href={source.sourcePage}>
                        {source.source}
                      </Anchor>
                    )}
                  </p>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function sourceOf({ source, sourcePage }: ChangeWords): string {
  return sourcePage ?? source;
}

/** The changes by a key, each group with its first one, in the order in which they come. */
function groupBy(
  changes: readonly ChangeWords[],
  keyOf: (change: ChangeWords) => string,
): [first: ChangeWords, all: ChangeWords[]][] {
  const groups = new Map<string, [ChangeWords, ChangeWords[]]>();
  for (const change of changes) {
    const group = groups.get(keyOf(change));
    if (group === undefined) groups.set(keyOf(change), [change, [change]]);
    else group[1].push(change);
  }
  return [...groups.values()];
}

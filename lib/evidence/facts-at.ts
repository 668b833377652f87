import { getFigureDates, isInEffect } from "../context/context-figures";
import { type Day, firstDay, pakistanDay } from "../time/day";
import type { ContextItem, Event, Facts, Source } from "./ledger-records";
import type { Moment } from "./resolve";
import { listShown, listShownEvents } from "./retirement";
import { listContextAt, listEventsAt, listRecordedAt, listSourcesAt } from "./source-versions";

/**
 * The facts as they were after a revision, without anything recorded later. Zones and firms have no revision: without a
 * claim nothing shows them.
 */
export function getFactsAt(facts: Facts, revision: number): Facts {
  return {
    revision: Math.min(facts.revision, revision),
    revisions: facts.revisions.filter(({ number }) => number <= revision),
    zones: facts.zones,
    claims: listRecordedAt(facts.claims, revision),
    decisions: listRecordedAt(facts.decisions, revision),
    waiting: facts.waiting,
    sourceVersions: listRecordedAt(facts.sourceVersions, revision),
    tenancies: facts.tenancies,
    events: listRecordedAt(facts.events, revision),
    context: listRecordedAt(facts.context, revision),
    firmVersions: listRecordedAt(facts.firmVersions, revision),
    retirements: listRecordedAt(facts.retirements, revision),
  };
}

/** Events, national figures and sources of a moment. */
interface DatedRecords {
  readonly events: readonly Event[];
  readonly context: readonly ContextItem[];
  /** Published by the day. Claims and events, which have dates of their own, can cite later ones. */
  readonly sources: readonly Source[];
}

/**
 * The records as known at a revision and dated up to a day. An event has a date of its own, a figure or statement that of
 * its period or its source (see `getFigureDay`). A source without a date has the day on which it was recorded, like a
 * claim.
 */
export function listRecordsBy(facts: Facts, moment: Moment): DatedRecords {
  const { asOf, revision } = moment;
  const recordedOn = new Map(
    facts.revisions.map(({ number, recordedAt }) => [number, pakistanDay(new Date(recordedAt))]),
  );
  const versions = listRecordedAt(facts.sourceVersions, revision);
  // The last version of a source has its date, the first one its day of recording.
  const days = new Map<string, Day>();
  for (const { source, revision: number } of versions) {
    if (!days.has(source.id)) days.set(source.id, recordedOn.get(number) ?? asOf);
  }
  const sources = listSourcesAt(versions, revision);
  for (const { id, publishedOn } of sources) {
    if (publishedOn !== null) days.set(id, firstDay(publishedOn));
  }
  const dates = getFigureDates({ sources, facts });
  return {
    events: listShownEvents(listEventsAt(facts.events, revision), facts, moment).filter(
      ({ date }) => firstDay(date) <= asOf,
    ),
    context: listShown(
      listContextAt(facts.context, revision),
      facts,
      "figure",
      ({ key }) => key,
      moment,
    ).filter((figure) => isInEffect(figure, asOf, dates)),
    sources: sources.filter(({ id }) => (days.get(id) ?? asOf) <= asOf),
  };
}

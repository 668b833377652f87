import type { Event, Facts, Source } from "../evidence/ledger-records";
import type { EvidenceView } from "../evidence/zone-view";
import { escapePattern } from "../query/escape-pattern";
import { type Day, firstDay } from "../time/day";
import type { PlacedFirm } from "./firms";

/** A firm at one moment, as its page displays it. */
export interface FirmView extends EvidenceView {
  readonly name: string;
  /** The firm in each of its zones. */
  readonly firms: readonly PlacedFirm[];
  /** Events up to the selected day that name it, latest first. */
  readonly events: readonly Event[];
}

/** What is known at one moment. */
interface Known {
  readonly asOf: Day;
  readonly revision: number;
  readonly events: readonly Event[];
  readonly sources: readonly Source[];
  readonly facts: Pick<Facts, "revisions">;
}

/**
 * Builds the view of a firm.
 * @param firms the firm in each of its zones
 * @param reader what depends on the request: the moment's parameters, and what the reader may decide
 */
export function buildFirmView(
  { asOf, revision, events, sources, facts }: Known,
  name: string,
  firms: readonly PlacedFirm[],
  reader: Pick<EvidenceView, "moment" | "mayJudge">,
): FirmView {
  const zones = firms.map(({ zone }) => zone.slug);
  return {
    ...reader,
    asOf,
    revision,
    name,
    firms,
    events: listEventsNaming(events, name, zones)
      .filter(({ date }) => firstDay(date) <= asOf)
      .sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1)),
    sources: new Map(sources.map((source) => [source.id, source])),
    revisions: new Map(facts.revisions.map((one) => [one.number, one])),
  };
}

/** Brackets at the end of a name are often left out. */
const IN_BRACKETS = /\s*\([^)]*\)$/;

/**
 * The events in some zones that name a firm in their title or text, in the given order. Events have no
 * links to firms, so the name is searched as whole words, without brackets at its end.
 */
export function listEventsNaming(
  events: readonly Event[],
  name: string,
  zones: readonly string[],
): Event[] {
  const bare = name.replace(IN_BRACKETS, "").trim();
  if (bare === "") return [];
  const words = escapePattern(bare).replace(/\s+/g, "\\s+");
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "iu");
  return events.filter(
    (event) =>
      event.zones.some((zone) => zones.includes(zone)) &&
      named.test(`${event.title}\n${event.body}`),
  );
}

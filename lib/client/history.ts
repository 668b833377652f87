import type { FieldKey } from "../catalogue/fields";
import type { HistoryAnswer } from "../contract/history-answer";
import { listChangeDates } from "../evidence/active-evidence";
import {
  CONFIDENCES,
  DECISION_KINDS,
  type Decision,
  type Revision,
  type Tenancy,
  type ZoneIdentity,
} from "../evidence/ledger-records";
import {
  type EvidenceIndex,
  groupByZone,
  resolveZoneRecord,
  subjectKey,
} from "../evidence/registry";
import type { DateCorrection, Evidence, Moment, WeighedClaim } from "../evidence/resolve";
import { buildRow, type ZoneRow } from "../evidence/row";
import { listEffectiveDays } from "../evidence/source-date-corrections";
import { type Day, firstDay } from "../time/day";
import { resolveRevision } from "../time/revision-param";
import type { RowsAtMoment } from "./rows";

/** The rows of any day, made where the reader is, by the rules that the server keeps. */
export interface History {
  /** The last revision that it holds. */
  readonly version: number;
  /** The rows at a moment: the same array for the same moment, the same row while a zone stays as it is. */
  readonly rowsAt: (asOf: Day, knownOn: number) => RowsAtMoment;
  /** The revision that an address means by `knownOn`; null where it does not exist yet. */
  readonly resolveRevision: (knownOn: string | null) => number | null;
  /** The days of which a claim that counts speaks, as known by a revision, in their order. */
  readonly daysOn: (knownOn: number) => readonly Day[];
}

type SlimEvidence = Evidence<WeighedClaim>;

/** A zone with all that is claimed of it and its firms. */
interface ZoneHistory {
  readonly zone: ZoneIdentity;
  readonly firms: readonly Tenancy[];
  /** The days on which a claim begins to hold, in their order. */
  readonly turns: readonly Day[];
  /** Its row after so many turns, for one revision; null while it is not in the registry. */
  readonly rows: Map<number, ZoneRow | null>;
}

/** Moments kept whole, so that going back and forth between two days makes nothing anew. */
const KEPT_MOMENTS = 64;

/** Opens the slim history. Between two days only those zones are resolved of which a claim begins to hold. */
export function openHistory(answer: HistoryAnswer, version: number): History {
  const zones = answer.zones.map(([slug, order]): ZoneIdentity => ({ slug, order }));
  const firms = answer.firms.map(
    ([id, zone, firm, order]): Tenancy => ({ id, zone: zones[zone]?.slug ?? "", firm, order }),
  );
  const revisions = answer.revisions.map(
    ([number, recordedAt]): Pick<Revision, "number" | "recordedAt"> => ({ number, recordedAt }),
  );
  const index = indexOf(answer, zones, firms);
  const firmsIn = groupByZone(firms);
  const chapters = [...zones]
    .sort((a, b) => a.order - b.order)
    .map((zone): ZoneHistory => {
      const own = firmsIn.get(zone.slug) ?? [];
      const keys = [zone.slug, ...own.map(({ id }) => subjectKey(zone.slug, id))];
      const evidence = keys.flatMap((key) => [...(index.get(key)?.values() ?? [])].flat());
      return { zone, firms: own, turns: listEffectiveDays(evidence), rows: new Map() };
    });
  const all = [...index.values()].flatMap((fields) => [...fields.values()].flat());

  let rowsKnownOn: number | null = null;
  const moments = new Map<string, RowsAtMoment>();
  const days = new Map<number, readonly Day[]>();

  function rowOfChapter(chapter: ZoneHistory, moment: Moment): ZoneRow | null {
    const turn = turnsBy(chapter.turns, moment.asOf);
    const kept = chapter.rows.get(turn);
    if (kept !== undefined) return kept;
    const record = resolveZoneRecord(index, chapter.zone, chapter.firms, moment);
    const row = record && buildRow(record);
    chapter.rows.set(turn, row);
    return row;
  }

  return {
    version,
    rowsAt: (asOf, knownOn) => {
      const key = `${asOf} r${knownOn}`;
      const kept = moments.get(key);
      if (kept) return kept;
      if (knownOn !== rowsKnownOn) for (const { rows } of chapters) rows.clear();
      rowsKnownOn = knownOn;
      const moment = { asOf, revision: knownOn };
      const rows = chapters.flatMap((chapter) => rowOfChapter(chapter, moment) ?? []);
      const made = { rows, asOf, version: knownOn };
      const [oldest] = moments.keys();
      if (moments.size >= KEPT_MOMENTS && oldest !== undefined) moments.delete(oldest);
      moments.set(key, made);
      return made;
    },
    resolveRevision: (knownOn) => resolveRevision(knownOn, revisions),
    daysOn: (knownOn) => {
      const known = days.get(knownOn) ?? listChangeDates(all, knownOn);
      days.set(knownOn, known);
      return known;
    },
  };
}

function indexOf(
  { fields, claims, decisions, redated }: HistoryAnswer,
  zones: readonly ZoneIdentity[],
  firms: readonly Tenancy[],
): EvidenceIndex<WeighedClaim> {
  const subjects = [
    ...zones.map(({ slug }) => subjectKey(slug, null)),
    ...firms.map(({ zone, id }) => subjectKey(zone, id)),
  ];
  const judged = new Map<number, Decision[]>();
  for (const [sequence, [claim, kind, revision]] of decisions.entries()) {
    const list = judged.get(claim) ?? [];
    judged.set(claim, list);
    const decided = DECISION_KINDS[kind];
    if (decided) {
      list.push({ sequence, revision, claimId: idAt(claim), kind: decided, reason: null });
    }
  }
  const dates = new Map<number, DateCorrection[]>();
  for (const [claim, revision, date] of redated) {
    dates.set(claim, [...(dates.get(claim) ?? []), { revision, date }]);
  }
  const index = new Map<string, Map<FieldKey, SlimEvidence[]>>();
  for (const [place, date] of claims.date.entries()) {
    const field = fields[claims.field[place] ?? -1];
    const subject = subjects[claims.subject[place] ?? -1];
    const confidence = CONFIDENCES[claims.confidence[place] ?? -1];
    const revision = claims.revision[place];
    if (!field || !subject || !confidence || revision === undefined) continue;
    const id = idAt(place);
    const later = dates.get(place);
    const ofSubject = index.get(subject) ?? new Map<FieldKey, SlimEvidence[]>();
    index.set(subject, ofSubject);
    const list = ofSubject.get(field) ?? [];
    ofSubject.set(field, list);
    list.push({
      claim: { id, revision, value: claims.value[place] ?? null, confidence },
      date,
      effectiveOn: firstDay(date),
      decisions: judged.get(place) ?? [
        { sequence: 0, revision, claimId: id, kind: "published", reason: null },
      ],
      ...(later ? { corrections: later } : {}),
    });
  }
  return index;
}

/** A claim's own id stays behind; its place keeps the order of the ids, which is all that counts. */
function idAt(place: number): string {
  return String(place).padStart(9, "0");
}

/** How many of the days, which are in their order, are no later than `day`. */
function turnsBy(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

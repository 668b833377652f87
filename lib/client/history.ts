import type { FieldKey } from "../catalogue/fields";
import type { HistoryAnswer } from "../contract/history-answer";
import { listChangeDates } from "../evidence/active-evidence";
import { type EvidenceIndex, subjectKey } from "../evidence/evidence-index";
import {
  CONFIDENCES,
  DECISION_KINDS,
  type Decision,
  ORIGINS,
  type Revision,
  type Standing,
  type Tenancy,
  type ZoneIdentity,
} from "../evidence/ledger-records";
import { RECENT_DAYS } from "../evidence/progress";
import { splitDecisions } from "../evidence/publications";
import { groupByZone, resolveZoneRecord } from "../evidence/registry";
import type { DateCorrection, Evidence, Moment, Voice, WeighedClaim } from "../evidence/resolve";
import { buildRow, type ZoneRow } from "../evidence/row";
import { listEffectiveDays } from "../evidence/source-date-corrections";
import { addDays, type Day, firstDay } from "../time/day";
import { formatKnownOn, resolveRevision } from "../time/revision-param";
import type { RowsAtMoment } from "./rows";

/** The rows of any day, computed in the browser with the same code as on the server. */
export interface History {
  /** Its last revision. */
  readonly revision: number;
  /** The rows at a moment: the same array for the same moment, the same row while a zone does not change. */
  readonly rowsAt: (asOf: Day, revision: number) => RowsAtMoment;
  /** The revision that `knownOn` in an address names; null if it does not exist yet. */
  readonly resolveRevision: (knownOn: string | null) => number | null;
  /** The days on which an active claim takes effect, as known at a revision, in order. */
  readonly daysOn: (revision: number) => readonly Day[];
}

type SlimEvidence = Evidence<WeighedClaim>;

/** A zone with the claims on it and its firms. */
interface ZoneHistory {
  readonly zone: ZoneIdentity;
  readonly firms: readonly Tenancy[];
  /** The days on which a claim takes effect, or a report of a firm is no longer recent, in order. */
  readonly changeDays: readonly Day[];
  /** Its row by the number of past change days, for one revision; null while it is not in the registry. */
  readonly rows: Map<number, ZoneRow | null>;
}

/** Moments in the cache, so that going back and forth between days computes nothing again. */
const KEPT_MOMENTS = 64;

/** Opens the history. From one day to another, only zones in which something changes are resolved again. */
export function openHistory(answer: HistoryAnswer, lastRevision: number): History {
  const zones = answer.zones.map(
    ([slug, order, standings]): ZoneIdentity => ({ slug, order, ...unpackStandings(standings) }),
  );
  const firms = answer.firms.map(
    ([id, zone, firm, order, firmId, standings, later]): Tenancy => ({
      ...{ id, zone: zones[zone]?.slug ?? "", firm, firmId, order },
      ...unpackStandings(standings),
      ...(later.length > 0
        ? { later: later.map(([revision, to, name]) => ({ revision, firmId: to, firm: name })) }
        : {}),
    }),
  );
  const revisions = answer.revisions.map(
    ([number, recordedAt, identity]): Pick<Revision, "number" | "recordedAt" | "identity"> => ({
      number,
      recordedAt,
      identity,
    }),
  );
  const index = buildIndex(answer, zones, firms);
  const firmsIn = groupByZone(firms);
  const histories = [...zones]
    .sort((a, b) => a.order - b.order)
    .map((zone): ZoneHistory => {
      const own = firmsIn.get(zone.slug) ?? [];
      const keys = [zone.slug, ...own.map(({ id }) => subjectKey(zone.slug, id))];
      const evidence = keys.flatMap((key) => [...(index.get(key)?.values() ?? [])].flat());
      const effective = listEffectiveDays(evidence);
      const changeDays = [
        ...new Set([
          ...effective,
          ...effective.map((day) => addDays(day, RECENT_DAYS + 1)),
          ...listHidingDays([zone, ...own]),
        ]),
      ].sort();
      return { zone, firms: own, changeDays, rows: new Map() };
    });
  const all = [...index.values()].flatMap((fields) => [...fields.values()].flat());

  let rowsRevision: number | null = null;
  const moments = new Map<string, RowsAtMoment>();
  const days = new Map<number, readonly Day[]>();

  function getRow(history: ZoneHistory, moment: Moment): ZoneRow | null {
    const past = countDaysUntil(history.changeDays, moment.asOf);
    const kept = history.rows.get(past);
    if (kept !== undefined) return kept;
    const record = resolveZoneRecord(index, history.zone, history.firms, moment);
    const row = record && buildRow(record);
    history.rows.set(past, row);
    return row;
  }

  return {
    revision: lastRevision,
    rowsAt: (asOf, revision) => {
      const key = `${asOf} r${revision}`;
      const kept = moments.get(key);
      if (kept) return kept;
      if (revision !== rowsRevision) for (const { rows } of histories) rows.clear();
      rowsRevision = revision;
      const moment = { asOf, revision };
      const rows = histories.flatMap((history) => getRow(history, moment) ?? []);
      const made = { rows, asOf, revision, knownOn: formatKnownOn(revision, revisions) };
      const [oldest] = moments.keys();
      if (moments.size >= KEPT_MOMENTS && oldest !== undefined) moments.delete(oldest);
      moments.set(key, made);
      return made;
    },
    resolveRevision: (knownOn) => resolveRevision(knownOn, revisions),
    daysOn: (revision) => {
      const known = days.get(revision) ?? listChangeDates(all, revision);
      days.set(revision, known);
      return known;
    },
  };
}

const unpackStandings = (
  packed: HistoryAnswer["zones"][number][2],
): { readonly standings?: readonly Standing[] } =>
  packed.length === 0
    ? {}
    : { standings: packed.map(([revision, hiddenFrom]) => ({ revision, hiddenFrom })) };

/** The days from which any of some records is hidden. */
function listHidingDays(items: readonly { readonly standings?: readonly Standing[] }[]): Day[] {
  return items.flatMap(({ standings = [] }) =>
    standings.flatMap(({ hiddenFrom }) => hiddenFrom ?? []),
  );
}

function buildIndex(
  { fields, claims, decisions, redated, sources, publishers }: HistoryAnswer,
  zones: readonly ZoneIdentity[],
  firms: readonly Tenancy[],
): EvidenceIndex<WeighedClaim> {
  const subjects = [
    ...zones.map(({ slug }) => subjectKey(slug, null)),
    ...firms.map(({ zone, id }) => subjectKey(zone, id)),
  ];
  const decided = new Map<number, Decision[]>();
  for (const [sequence, [claim, kind, revision]] of decisions.entries()) {
    const list = decided.get(claim) ?? [];
    decided.set(claim, list);
    const decisionKind = DECISION_KINDS[kind];
    if (decisionKind) {
      list.push({ sequence, revision, claimId: idAt(claim), kind: decisionKind, reason: null });
    }
  }
  const dates = new Map<number, DateCorrection[]>();
  for (const [claim, revision, date] of redated) {
    dates.set(claim, [...(dates.get(claim) ?? []), { revision, date }]);
  }
  const voices = sources.map((list) =>
    list.map(([revision, publisher]): Voice => ({ revision, name: publishers[publisher] ?? "" })),
  );
  const index = new Map<string, Map<FieldKey, SlimEvidence[]>>();
  for (const [at, date] of claims.date.entries()) {
    const field = fields[claims.field[at] ?? -1];
    const subject = subjects[claims.subject[at] ?? -1];
    const confidence = CONFIDENCES[claims.confidence[at] ?? -1];
    const origin = ORIGINS[claims.origin[at] ?? -1];
    const revision = claims.revision[at];
    const money = claims.money[at] ?? null;
    if (!field || !subject || !confidence || !origin || revision === undefined) continue;
    const id = idAt(at);
    const decisions = decided.get(at);
    const later = dates.get(at);
    const fieldsOfSubject = index.get(subject) ?? new Map<FieldKey, SlimEvidence[]>();
    index.set(subject, fieldsOfSubject);
    const list = fieldsOfSubject.get(field) ?? [];
    fieldsOfSubject.set(field, list);
    list.push({
      claim: {
        id,
        revision,
        value: claims.value[at] ?? null,
        confidence,
        origin,
        decline: claims.decline[at] === 1,
        money: money ? { amount: money[0], currency: money[1] } : null,
      },
      voices: voices[claims.source[at] ?? -1] ?? [],
      date,
      effectiveOn: firstDay(date),
      ...(decisions ? splitDecisions({ revision }, decisions) : { decisions: [] }),
      ...(later ? { corrections: later } : {}),
    });
  }
  return index;
}

/** An id that sorts like the claim's own, which the history does not have. */
function idAt(index: number): string {
  return String(index).padStart(9, "0");
}

/** The number of sorted days that are not later than `day`. */
function countDaysUntil(days: readonly Day[], day: Day): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

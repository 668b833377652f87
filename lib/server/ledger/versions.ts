import "server-only";
import { isDeepStrictEqual } from "node:util";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import type { ContextItem, Event, Facts } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { type Day, firstDay, isPartialDate } from "@/lib/time/day";
import { findShownFirm } from "./standings";
import type { ItemIssue, NewRecordChange, NewSubjects, Planned, RecordContent } from "./types";

/** A new version of a firm's names, an event or a national figure. */
export type PlannedVersion = {
  readonly id: string;
  readonly reason: string;
  /** The parts that differ from the version before. */
  readonly changed: readonly string[];
} & RecordContent;

/**
 * The new version, unless it was recorded before or changes nothing. Rejects a record that does not exist, an id that
 * belongs to another change, a change made from another version than the present one, and content that does not fit.
 * @param today the day in Pakistan
 */
export function planRecordChange(
  text: Text,
  facts: Facts,
  change: NewRecordChange | undefined,
  today: Day,
): Planned<PlannedVersion> {
  if (!change) return { ok: true, items: [] };
  const { id, kind, subject, basedOn, reason, parts } = change;
  const versions = listRecord(facts, kind, subject);
  const current = versions.at(-1);
  if (!current) {
    const message = text.t("api.ledger.retire.noSubject", { kind, subject });
    return { ok: false, code: "unknown-record", issues: [{ index: 0, param: "subject", message }] };
  }
  if (basedOn !== current.revision) {
    // Sent again: the version after the one that it was made from is this one.
    const next = versions.find(({ revision }) => revision > basedOn);
    const known = versions.findLast(({ revision }) => revision <= basedOn);
    const isSame =
      next?.reason === reason &&
      known !== undefined &&
      isDeepStrictEqual(next.content, { ...known.content, ...parts });
    if (isSame) return { ok: true, items: [] };
    return {
      ok: false,
      code: "record-changed",
      current: { revision: current.revision, content: current.content },
    };
  }
  const content = { ...current.content, ...parts };
  const planned = { id, reason, changed: listChanged(current.content, content) };
  if (planned.changed.length === 0) return { ok: true, items: [] };
  const issues = listContentIssues(facts, text, kind, subject, content, today);
  if (issues.length > 0) return { ok: false, code: "invalid", issues };
  return { ok: true, items: [{ ...planned, kind, content } as PlannedVersion] };
}

const listChanged = (before: object, after: object): string[] =>
  Object.entries(after).flatMap(([part, value]) =>
    isDeepStrictEqual((before as Readonly<Record<string, unknown>>)[part], value) ? [] : part,
  );

interface RecordVersion {
  readonly revision: number;
  readonly reason: string | null;
  readonly content: RecordContent["content"];
}

/** Every version of a record, oldest first; empty where it does not exist. */
function listRecord(facts: Facts, kind: NewRecordChange["kind"], id: string): RecordVersion[] {
  const split = <T extends { revision: number; reason: string | null }>(versions: readonly T[]) =>
    versions.map(({ revision, reason, ...content }) => ({
      revision,
      reason,
      content: content as unknown as RecordContent["content"],
    }));
  if (kind === "firm") return split(facts.firmVersions.filter((version) => version.id === id));
  if (kind === "event") return split(facts.events.filter((version) => version.id === id));
  return split(facts.context.filter(({ key }) => key === id));
}

function listContentIssues(
  facts: Facts,
  text: Text,
  kind: NewRecordChange["kind"],
  subject: string,
  content: RecordContent["content"],
  today: Day,
): ItemIssue[] {
  if (kind === "firm") {
    const { name } = content as Extract<RecordContent, { kind: "firm" }>["content"];
    const other = findShownFirm(facts, name);
    return other === null || other === subject
      ? []
      : [{ index: 0, param: "name", message: text.t("api.ledger.firmExists", { id: other }) }];
  }
  return kind === "event"
    ? listEventIssues(text, facts, content as Omit<Event, "revision" | "reason">, today)
    : listFigureIssues(text, facts, content as Omit<ContextItem, "revision" | "reason">);
}

/** What is wrong with an event: its date, its zones or its source. */
export function listEventIssues(
  text: Text,
  facts: Facts,
  { date, zones, sourceId }: Omit<Event, "revision" | "reason">,
  today: Day,
  newZones: NewSubjects["zones"] = [],
  newSources: NewSubjects["sources"] = [],
): ItemIssue[] {
  const issues: ItemIssue[] = [];
  const add = (param: string, message: string) => issues.push({ index: 0, param, message });
  if (!isPartialDate(date)) add("date", text.t("api.claim.date-format"));
  else if (firstDay(date) > today) add("date", text.t("api.ledger.futureEvent", { today }));
  const known = new Set([...facts.zones, ...newZones].map(({ slug }) => slug));
  for (const zone of zones) {
    if (!known.has(zone)) add("zones", text.t("api.ledger.noZone", { zone }));
  }
  if (!hasSource(facts, newSources, sourceId)) {
    add("sourceId", text.t("api.ledger.noSource", { source: sourceId }));
  }
  return issues;
}

/** What is wrong with a national figure or statement: its constraint, its number or its source. */
export function listFigureIssues(
  text: Text,
  facts: Facts,
  { constraint, value, unit, statement, sourceId }: Omit<ContextItem, "revision" | "reason">,
  newSources: NewSubjects["sources"] = [],
): ItemIssue[] {
  const issues: ItemIssue[] = [];
  const add = (param: string, message: string) => issues.push({ index: 0, param, message });
  if (!Object.hasOwn(CONSTRAINTS, constraint)) {
    const values = Object.keys(CONSTRAINTS).join(", ");
    add("constraint", text.t("api.schema.value", { values }));
  }
  if ((value === null) !== (unit === null)) add("unit", text.t("api.ledger.figureUnit"));
  if (value === null && !statement?.trim()) add("statement", text.t("api.ledger.figureSays"));
  if (!hasSource(facts, newSources, sourceId)) {
    add("sourceId", text.t("api.ledger.noSource", { source: sourceId }));
  }
  return issues;
}

const hasSource = (
  { sourceVersions }: Facts,
  newSources: NewSubjects["sources"],
  id: string,
): boolean =>
  newSources.some((source) => source.id === id) ||
  sourceVersions.some(({ source }) => source.id === id);

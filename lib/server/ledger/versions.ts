import "server-only";
import { isDeepStrictEqual } from "node:util";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import type { ContextItem, Event, Facts, Source } from "@/lib/evidence/ledger-records";
import { listVersions, listVersionsOf } from "@/lib/evidence/source-versions";
import type { Text } from "@/lib/text/text";
import { type Day, firstDay, isDay, isPartialDate } from "@/lib/time/day";
import type { Sql } from "../database/sql";
import { COLUMNS, type LedgerRows, selectColumns, toVersion } from "../registry/ledger-rows";
import { findShownFirm } from "./standings";
import type { PlannedSubjects } from "./subjects";
import type {
  ItemIssue,
  NewClaim,
  NewRecordChange,
  NewSourceChange,
  NewSubjects,
  Planned,
  RecordContent,
} from "./types";

/** The parts of a source in a request; the tracker fills in the others. */
const REQUEST_PARTS = ["title", "publisher", "url", "publishedOn", "kind"] as const;

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

/** A part of a source that a new version can change. */
export type SourcePart = keyof Omit<Source, "id">;

/** A new version of a source. */
export interface PlannedSourceChange {
  readonly id: string;
  readonly reason: string;
  readonly source: Source;
  /** The parts that differ from the previous version. */
  readonly changed: readonly SourcePart[];
}

/**
 * The change, unless it was made before or changes nothing. Rejects a source that does not exist, an id
 * that belongs to another change, a change made from another version than the present one, and dates
 * that do not exist or are in the future.
 * @param today the day in Pakistan
 */
export async function planSourceChange(
  sql: Sql,
  text: Text,
  facts: Facts,
  change: NewSourceChange | undefined,
  today: Day,
): Promise<Planned<PlannedSourceChange>> {
  if (!change) return { ok: true, items: [] };
  const { id, sourceId, basedOn, reason, parts } = change;
  const current = listVersions(facts.sourceVersions, sourceId, facts.revision).at(-1);
  if (!current) {
    const message = text.t("api.ledger.noSource", { source: sourceId });
    return reject("unknown-source", { param: "sourceId", message });
  }
  const made = await readSourceVersion(sql, id);
  if (made) {
    const same = { ...toVersion(made).source, ...parts };
    return made.sourceId === sourceId &&
      made.reason === reason &&
      isDeepStrictEqual(same, toVersion(made).source)
      ? { ok: true, items: [] }
      : reject("change-id-reused", {
          param: "id",
          message: text.t("api.ledger.changeIdReused", { id }),
        });
  }
  if (basedOn !== undefined && basedOn !== current.revision) {
    return { ok: false, code: "source-changed", current };
  }
  const source: Source = { ...current.source, ...parts };
  const issues = listSourceIssues(text, source, today);
  if (issues.length > 0) return { ok: false, code: "invalid", issues };
  const keys = Object.keys(parts) as SourcePart[];
  const changed = keys.filter((key) => source[key] !== current.source[key]);
  return { ok: true, items: changed.length === 0 ? [] : [{ id, reason, source, changed }] };
}

async function readSourceVersion(
  sql: Sql,
  id: string,
): Promise<LedgerRows["sourceVersion"][number] | undefined> {
  const [found] = await sql<{ readonly row: LedgerRows["sourceVersion"][number] }>(
    `-- ledger-source-version
    SELECT row_to_json(r) AS row
    FROM (SELECT ${selectColumns(COLUMNS.sourceVersion)} FROM source_version WHERE id = $1::uuid) r`,
    id,
  );
  return found?.row;
}

/** The zones with a claim whose date changes with the date of its source. */
export function listRedatedZones(
  { claims }: Pick<Facts, "claims">,
  changes: readonly PlannedSourceChange[],
): string[] {
  const redated = new Set(
    changes.flatMap(({ changed, source }) => (changed.includes("publishedOn") ? source.id : [])),
  );
  if (redated.size === 0) return [];
  return claims.flatMap(({ asOf, sourceId, zone }) =>
    asOf === null && redated.has(sourceId) ? zone : [],
  );
}

/**
 * The issues with the sources that come with a person's claims: dates that do not exist or are in the
 * future, and ids of existing sources with other content, which would be lost.
 * @param today the day in Pakistan
 */
export function listNewSourceIssues(
  text: Text,
  facts: Facts,
  sources: readonly Source[],
  claims: readonly NewClaim[],
  today: Day,
): ItemIssue[] {
  const versions = listVersionsOf(
    facts.sourceVersions,
    sources.map(({ id }) => id),
  );
  const first = versions.filter(({ reason }) => reason === null);
  const recorded = new Map(first.map(({ source }) => [source.id, source]));
  return sources.flatMap((source) => {
    // The items of a request are its claims, so the issue names the first claim that cites the source.
    const index = claims.findIndex(({ sourceId }) => sourceId === source.id);
    const known = recorded.get(source.id);
    if (!known) {
      return listSourceIssues(text, source, today).map((issue) => ({ ...issue, index }));
    }
    if (REQUEST_PARTS.every((part) => known[part] === source[part])) return [];
    const message = text.t("api.ledger.sourceIdReused", { id: source.id, title: known.title });
    return [{ index, param: "sourceId", message }];
  });
}

const NO_SOURCES = { sources: [], sourceChanges: [] };

/** Some sources as they are now, and those that come with a write, by id. Those that do not exist are left out. */
export function getCitedSources(
  facts: Facts,
  ids: ReadonlySet<string>,
  { sources, sourceChanges }: Pick<PlannedSubjects, "sources" | "sourceChanges"> = NO_SOURCES,
): ReadonlyMap<string, Source> {
  const added = [...sources, ...sourceChanges.map(({ source }) => source)];
  const known = listVersionsOf(facts.sourceVersions, ids).map(({ source }) => source);
  return new Map([...known, ...added].map((source) => [source.id, source]));
}

function listSourceIssues(
  text: Text,
  { publishedOn, publishedOnEstimated, accessed }: Source,
  today: Day,
): ItemIssue[] {
  const issues: ItemIssue[] = [];
  const add = (param: SourcePart, message: string) => issues.push({ index: 0, param, message });
  if (publishedOn !== null && !isPartialDate(publishedOn)) {
    add("publishedOn", text.t("api.ledger.sourceDate"));
  } else if (publishedOn !== null && firstDay(publishedOn) > today) {
    add("publishedOn", text.t("api.ledger.futurePublication", { today }));
  }
  if (publishedOn === null && publishedOnEstimated) {
    add("publishedOnEstimated", text.t("api.ledger.estimateWithoutDate"));
  }
  if (accessed !== null && (!isDay(accessed) || accessed > today)) {
    add("accessed", text.t("api.ledger.accessed", { today }));
  }
  return issues;
}

function reject(
  code: "unknown-source" | "change-id-reused",
  issue: { readonly param: string; readonly message: string },
): Planned<never> {
  return { ok: false, code, issues: [{ index: 0, ...issue }] };
}

import "server-only";
import { isDeepStrictEqual } from "node:util";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import type { ContextItem, Event, FirmVersion } from "@/lib/evidence/ledger-records";
import type { Text } from "@/lib/text/text";
import { type Day, firstDay, isPartialDate } from "@/lib/time/day";
import type { Prisma } from "@/prisma/generated/client";
import { toContextFigure, toEvent, toEventVersion, toFirmVersion, toFirstFirm } from "./fact-rows";
import { getText } from "./get-text";
import { getLast, listPresentFirms, readStandings } from "./ledger-standings";
import type {
  ItemIssue,
  NewRecordChange,
  NewSubjects,
  Planned,
  RecordContent,
} from "./ledger-types";

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
export async function planRecordChange(
  tx: Prisma.TransactionClient,
  change: NewRecordChange | undefined,
  today: Day,
): Promise<Planned<PlannedVersion>> {
  if (!change) return { ok: true, items: [] };
  const text = await getText();
  const { id, kind, subject, basedOn, reason, parts } = change;
  const versions = await readRecord(tx, kind, subject);
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
  const issues = await listContentIssues(tx, text, kind, subject, content, today);
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
async function readRecord(
  tx: Prisma.TransactionClient,
  kind: NewRecordChange["kind"],
  id: string,
): Promise<RecordVersion[]> {
  const inOrder = { orderBy: { revisionId: "asc" } } as const;
  const split = <T extends { revision: number; reason: string | null }>(versions: readonly T[]) =>
    versions.map(({ revision, reason, ...content }) => ({
      revision,
      reason,
      content: content as unknown as RecordContent["content"],
    }));
  if (kind === "firm") {
    const first = await tx.firm.findMany({ where: { id } });
    const later = await tx.firmVersion.findMany({ where: { firmId: id }, ...inOrder });
    return split<FirmVersion>([...first.map(toFirstFirm), ...later.map(toFirmVersion)]);
  }
  if (kind === "event") {
    const zones = { zones: { select: { zoneSlug: true } } };
    const first = await tx.event.findMany({ where: { id }, include: zones });
    const later = await tx.eventVersion.findMany({ where: { eventId: id }, ...inOrder });
    return split<Event>([...first.map(toEvent), ...later.map(toEventVersion)]);
  }
  const first = await tx.contextFigure.findMany({ where: { key: id } });
  const later = await tx.contextFigureVersion.findMany({ where: { key: id }, ...inOrder });
  return split<ContextItem>([
    ...first.map((row) => toContextFigure(row, null)),
    ...later.map((row) => toContextFigure(row, row.reason)),
  ]);
}

async function listContentIssues(
  tx: Prisma.TransactionClient,
  text: Text,
  kind: NewRecordChange["kind"],
  subject: string,
  content: RecordContent["content"],
  today: Day,
): Promise<ItemIssue[]> {
  if (kind === "firm") {
    const { name } = content as Extract<RecordContent, { kind: "firm" }>["content"];
    const other = await findFirm(tx, name);
    return other === null || other === subject
      ? []
      : [{ index: 0, param: "name", message: text.t("api.ledger.firmExists", { id: other }) }];
  }
  return kind === "event"
    ? listEventIssues(tx, text, content as Omit<Event, "revision" | "reason">, today)
    : listFigureIssues(tx, text, content as Omit<ContextItem, "revision" | "reason">);
}

/** The id of the shown firm that has a name now; null: none. */
async function findFirm(tx: Prisma.TransactionClient, name: string): Promise<string | null> {
  const standings = await readStandings(tx);
  for (const [id, version] of listPresentFirms(standings)) {
    if (version.name === name && getLast(standings, "firm", id) === null) return id;
  }
  return null;
}

/** What is wrong with an event: its date, its zones or its source. */
export async function listEventIssues(
  tx: Prisma.TransactionClient,
  text: Text,
  { date, zones, sourceId }: Omit<Event, "revision" | "reason">,
  today: Day,
  newZones: NewSubjects["zones"] = [],
  newSources: NewSubjects["sources"] = [],
): Promise<ItemIssue[]> {
  const issues: ItemIssue[] = [];
  const add = (param: string, message: string) => issues.push({ index: 0, param, message });
  if (!isPartialDate(date)) add("date", text.t("api.claim.date-format"));
  else if (firstDay(date) > today) add("date", text.t("api.ledger.futureEvent", { today }));
  const found = await tx.zone.findMany({ where: { slug: { in: [...zones] } } });
  const known = new Set([...found, ...newZones].map(({ slug }) => slug));
  for (const zone of zones) {
    if (!known.has(zone)) add("zones", text.t("api.ledger.noZone", { zone }));
  }
  const isNew = newSources.some(({ id }) => id === sourceId);
  if (!isNew && (await tx.source.count({ where: { id: sourceId } })) === 0) {
    add("sourceId", text.t("api.ledger.noSource", { source: sourceId }));
  }
  return issues;
}

/** What is wrong with a national figure or statement: its constraint, its number or its source. */
export async function listFigureIssues(
  tx: Prisma.TransactionClient,
  text: Text,
  { constraint, value, unit, statement, sourceId }: Omit<ContextItem, "revision" | "reason">,
  newSources: NewSubjects["sources"] = [],
): Promise<ItemIssue[]> {
  const issues: ItemIssue[] = [];
  const add = (param: string, message: string) => issues.push({ index: 0, param, message });
  if (!Object.hasOwn(CONSTRAINTS, constraint)) {
    const values = Object.keys(CONSTRAINTS).join(", ");
    add("constraint", text.t("api.schema.value", { values }));
  }
  if ((value === null) !== (unit === null)) add("unit", text.t("api.ledger.figureUnit"));
  if (value === null && !statement?.trim()) add("statement", text.t("api.ledger.figureSays"));
  const isNew = newSources.some(({ id }) => id === sourceId);
  if (!isNew && (await tx.source.count({ where: { id: sourceId } })) === 0) {
    add("sourceId", text.t("api.ledger.noSource", { source: sourceId }));
  }
  return issues;
}

/** Writes new versions. */
export async function insertVersions(
  tx: Prisma.TransactionClient,
  versions: readonly PlannedVersion[],
  revisionId: number,
): Promise<void> {
  for (const version of versions) {
    const { id, kind, reason } = version;
    if (kind === "firm") {
      const { id: firmId, name, otherNames } = version.content;
      const data = { id, firmId, revisionId, reason, name, otherNames: [...otherNames] };
      await tx.firmVersion.create({ data });
    } else if (kind === "event") {
      await insertEventVersions(tx, [{ ...version.content, reason }], revisionId);
    } else {
      await insertFigureVersions(tx, [{ ...version.content, reason }], revisionId);
    }
  }
}

/** Writes new versions of events. */
export async function insertEventVersions(
  tx: Prisma.TransactionClient,
  versions: NewSubjects["events"],
  revisionId: number,
): Promise<void> {
  await tx.eventVersion.createMany({
    data: versions.map(({ id, reason, zones, ...event }) => ({
      ...event,
      eventId: id,
      zones: [...zones],
      precision: getPrecision(event.date),
      reason: reason ?? "",
      revisionId,
    })),
  });
}

/** Writes new versions of national figures. */
export async function insertFigureVersions(
  tx: Prisma.TransactionClient,
  versions: NewSubjects["context"],
  revisionId: number,
): Promise<void> {
  await tx.contextFigureVersion.createMany({
    data: versions.map(({ reason, ...figure }) => ({
      ...figure,
      sourceNote: figure.sourceNote ?? "",
      reason: reason ?? "",
      revisionId,
    })),
  });
}

/** How exact the date of an event is. */
export function getPrecision(date: string): "day" | "month" | "year" {
  if (date.length === 10) return "day";
  return date.length === 7 ? "month" : "year";
}

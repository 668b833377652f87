import "server-only";
import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { z } from "zod";
import { SNAPSHOT_KEY } from "@/lib/catalogue/import-columns";
import { may } from "@/lib/catalogue/roles";
import type { ImportLine, ImportReport } from "@/lib/contract/import-answer";
import type { ImportRequest } from "@/lib/contract/import-request";
import { findMappingProblem, isTarget, type Mapping } from "@/lib/entry/import-mapping";
import { planRow } from "@/lib/entry/import-plan";
import {
  type ClaimContent,
  type ImportContext,
  type ImportDefaults,
  type PlannedRow,
  type PreparedImport,
  prepareImport,
} from "@/lib/entry/import-row";
import { readDate } from "@/lib/entry/read-date";
import { isUnderstood } from "@/lib/entry/reading";
import { chooseSourceId } from "@/lib/entry/source-address";
import { toPlainTyped } from "@/lib/entry/typed-text";
import { isPlace } from "@/lib/evidence/value-equality";
import { describeRefusal } from "@/lib/text/entry-words";
import { describeMappingProblem } from "@/lib/text/import-mapping-words";
import type { Text } from "@/lib/text/text";
import { isDay } from "@/lib/time/day";
import { formatPurpose, type Writer } from "../desk/record-request";
import { deriveId } from "../ledger/derived-id";
import { checkLedger, writeLedger } from "../ledger/ledger";
import { needsReview } from "../ledger/review-rules";
import type { NewClaim, NewSource, NewSubjects, WriteResult } from "../ledger/types";
import { readUndone } from "../ledger/undo-chains";
import { getContent } from "../registry/load-facts";
import { currentView, type RegistryView, registryAt } from "../registry/registry-at";
import { getText } from "../text/get-text";
import {
  buildReport,
  checkRows,
  type ImportFollower,
  ImportProblem,
  type ListNewZones,
  toNewClaim,
} from "./check-rows";
import { buildContext, buildNames } from "./import-context";

/** Most reports in one import. */
export const MAX_CLAIMS = 20_000;
/** Most exports that the rows of one table are of. */
const MAX_EXPORTS = 20;
/** Rows that are read before other requests get their turn. */
const ROWS_AT_ONCE = 250;
type Request = z.output<typeof ImportRequest>;
/** The last line of an answer. */
type Outcome = Exclude<ImportLine, { readonly kind: "progress" }>;

/**
 * Checks a table, and records it where the request asks for that: everything, or the valid rows alone. What is recorded
 * is what the check of the same digest showed; where the registry changed since, nothing is recorded. Claims that would
 * wait for another person are not recorded either: a table does not wait.
 * @throws the reason of the signal where it was stopped: nothing is recorded
 */
export async function runImport(
  request: Request,
  writer: Writer,
  follower: ImportFollower,
): Promise<Outcome> {
  const text = await getText();
  try {
    const checked = await checkTable(text, request, writer, follower);
    const { report } = checked;
    if (!request.record) return { kind: "report", report, changed: false };
    const { digest, validOnly } = request.record;
    if (report.needsReviewer) {
      return { kind: "problem", message: text.t("imports.check.needsReviewer") };
    }
    if (digest !== report.digest || (report.refusedRows.length > 0 && !validOnly)) {
      return { kind: "report", report, changed: true };
    }
    const { claims } = checked;
    follower.onProgress("recording", 0, claims.length);
    const result = await writeLedger({
      ...checked.write,
      signal: follower.signal,
      onInserted: (done) => follower.onProgress("recording", done, claims.length),
    });
    if (!result.ok) return { kind: "problem", message: describeRejection(text, result) };
    const recorded = result.recorded === 0 ? 0 : claims.length;
    return { kind: "recorded", claims: recorded, revision: result.revision };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "import-problem") {
      return { kind: "problem", message: error.message };
    }
    throw error;
  }
}

interface CheckedTable {
  readonly report: ImportReport;
  readonly claims: readonly NewClaim[];
  readonly write: Parameters<typeof writeLedger>[0];
}

async function checkTable(
  text: Text,
  request: Request,
  { person, actor }: Writer,
  follower: ImportFollower,
): Promise<CheckedTable> {
  const view = await currentView();
  const mapping = readMapping(text, request);
  const names = buildNames(text, view);
  const newSource = readNewSource(request, view);
  const defaults = readDefaults(text, request, names, newSource);
  const { makeId, known } = prepareIds(view);
  const addsZones = request.newZones && request.layout === "zones";
  const exported = await readExports(text, request, mapping);
  const { confirmedCells } = request;
  const context = buildContext(
    ...([text, view, names, defaults, makeId, addsZones, confirmedCells, exported] as const),
  );
  const prepared = prepareImport(request.table, mapping, context);
  const rows = await planRows(text, prepared, follower);
  const slugs = new Set(view.facts.zones.map(({ slug }) => slug));
  const listNewZones: ListNewZones = (claims) => [
    ...new Set(claims.map(({ zone }) => zone).filter((slug) => !slugs.has(slug))),
  ];
  const buildWrite = (claims: readonly NewClaim[]) => ({
    author: person.name,
    actor,
    purpose: formatPurpose({ claims, zones: listNewZones(claims) }),
    claims,
    subjects: toSubjects(newSource, claims),
    named: { zones: listNewZones(claims), tenancies: [], firms: [] },
    gated: true,
  });
  let doubtful = false;
  const check = async (claims: readonly NewClaim[]) => {
    const result = await checkLedger(buildWrite(claims));
    doubtful = result.doubtful ?? false;
    return result;
  };
  const checked = await checkRows(text, prepared, rows, known, follower, listNewZones, check);
  const claims = checked.added.map(toNewClaim);
  const digest = hashOf([
    checked.added.map(({ claim, basedOn }) => [claim.id, basedOn]),
    [...checked.issues.keys()],
    newSource,
  ]);
  return {
    claims,
    write: buildWrite(claims),
    report: {
      ...buildReport(text, view, prepared, checked, newSource, digest),
      needsReviewer:
        needsReview(person.role, { claims }) || (doubtful && !may(person.role, "decide")),
    },
  };
}

function readMapping(text: Text, { layout, targets, table }: Request): Mapping {
  const known = targets.filter(isTarget);
  if (known.length !== targets.length || targets.length !== table.header.length) {
    throw new ImportProblem(text.t("imports.mapping.unknown"));
  }
  const mapping: Mapping = { layout, targets: known };
  const problem = findMappingProblem(mapping);
  if (problem !== null) throw new ImportProblem(describeMappingProblem(text, problem));
  return mapping;
}

/** The views of the exports that the rows of a table are of, by their column; without those that do not exist. */
async function readExports(
  text: Text,
  { table }: Request,
  { targets }: Mapping,
): Promise<ReadonlyMap<string, RegistryView>> {
  const column = targets.indexOf(SNAPSHOT_KEY);
  const snapshots = new Set(table.rows.flatMap((cells) => cells[column] || []));
  if (snapshots.size > MAX_EXPORTS) {
    throw new ImportProblem(text.t("imports.check.tooManyExports", { max: MAX_EXPORTS }));
  }
  const views = new Map<string, RegistryView>();
  for (const snapshot of snapshots) {
    const [, asOf = "", knownOn = ""] = /^(\d{4}-\d{2}-\d{2})_(r\d{1,9})$/.exec(snapshot) ?? [];
    if (!isDay(asOf)) continue;
    const answer = await registryAt({ asOf, knownOn });
    if ("view" in answer) views.set(snapshot, answer.view);
  }
  return views;
}

/** The source that comes with the import, with its id; null: there is none. */
function readNewSource({ newSource }: Request, view: RegistryView): NewSource | null {
  if (newSource === null) return null;
  const existing = new Map(view.sources.map((source) => [source.id, source]));
  return {
    ...newSource,
    id: chooseSourceId(newSource, existing),
    publishedOnEstimated: false,
    accessed: null,
    archivedUrl: null,
  };
}

function readDefaults(
  text: Text,
  request: Request,
  names: ImportContext["names"],
  newSource: NewSource | null,
): ImportDefaults {
  const { origin, confidence, confirmed } = request;
  const typed = request.asOf.trim();
  const asOf = typed === "" ? null : readDate(toPlainTyped(typed));
  if (asOf && !isUnderstood(asOf)) {
    const message = describeRefusal(text, asOf);
    throw new ImportProblem(text.t("imports.defaults.badDate", { message }));
  }
  return {
    sourceId: newSource ? newSource.id : findDefaultSource(text, request.source.trim(), names),
    asOf: asOf?.value ?? null,
    note: request.note.trim() || null,
    ...{ origin, confidence, confirmed },
  };
}

function findDefaultSource(
  text: Text,
  typed: string,
  names: ImportContext["names"],
): string | null {
  if (typed === "") return null;
  const source = names.findSource(typed);
  if ("found" in source) return source.found;
  const { nearest } = source;
  throw new ImportProblem(
    nearest === null
      ? text.t("imports.defaults.noSource")
      : text.t("imports.defaults.noSourceNear", { nearest }),
  );
}

async function planRows(
  text: Text,
  prepared: PreparedImport,
  { signal, onProgress }: ImportFollower,
): Promise<PlannedRow[]> {
  const total = prepared.table.rows.length;
  const rows: PlannedRow[] = [];
  let claims = 0;
  for (let index = 0; index < total; index++) {
    if (index % ROWS_AT_ONCE === 0) {
      onProgress("reading", index, total);
      await nextTurn();
      signal.throwIfAborted();
    }
    const row = planRow(prepared, index);
    claims += row.claims.length;
    if (claims > MAX_CLAIMS) {
      throw new ImportProblem(text.t("imports.check.tooMany", { max: text.number(MAX_CLAIMS) }));
    }
    rows.push(row);
  }
  return rows;
}

function toSubjects(newSource: NewSource | null, claims: readonly NewClaim[]): NewSubjects {
  const isCited = newSource !== null && claims.some(({ sourceId }) => sourceId === newSource.id);
  return { zones: [], tenancies: [], events: [], context: [], sources: isCited ? [newSource] : [] };
}

function hashOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}

function describeRejection(text: Text, result: Exclude<WriteResult, { ok: true }>): string {
  return "issues" in result
    ? result.issues.map(({ message }) => message).join(" ")
    : text.t("imports.check.stale");
}

/** The ids of the claims of an import, as it compares them with those in the ledger. */
interface ImportIds {
  /** The same for the same content, and another one where the claim with that id was undone, so that it can come again. */
  readonly makeId: (content: ClaimContent) => string;
  /** The ids that recorded claims have, and those that they would have if they had been imported; without undone claims. */
  readonly known: ReadonlySet<string>;
}

/** Prepares the ids of an import. A claim that someone withdrew for a reason of their own stays known. */
function prepareIds({ facts }: RegistryView): ImportIds {
  const last = new Map(facts.decisions.map((decision) => [decision.claimId, decision]));
  const isUndone = (id: string) => {
    const decision = last.get(id);
    return decision?.kind === "retracted" && readUndone(decision.reason ?? "") !== null;
  };
  const makeId = (content: ClaimContent) => {
    let id = makeClaimId(content);
    while (isUndone(id)) id = deriveId("again", id);
    return id;
  };
  const recorded = facts.claims.filter(({ id }) => !isUndone(id));
  return {
    makeId,
    known: new Set(recorded.flatMap((claim) => [claim.id, makeId(getContent(claim))])),
  };
}

/** The name space of the ids of imported claims, a random UUID. */
const NAMESPACE = Buffer.from("6f1c0f5e9d4b4a7fb0a34f0e5d2c8b71", "hex");

/**
 * The id of an imported claim: a UUID of version 5 (RFC 9562) of its content, so that the same row imported twice is
 * the same claim.
 */
export function makeClaimId(content: ClaimContent): string {
  const { zone, tenancy, field, value, asOf, sourceId, locator, note, origin, confidence } =
    content;
  const { decline, quotation, lastSeenOn, money } = content;
  const name = JSON.stringify([
    ...[zone, tenancy, field, isPlace(value) ? [value.lat, value.lon] : value, asOf, sourceId],
    ...[locator, note, origin, confidence, decline, quotation?.text, quotation?.lang],
    ...[lastSeenOn, money?.amount, money?.currency],
  ]);
  const hash = createHash("sha1").update(NAMESPACE).update(name, "utf8").digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

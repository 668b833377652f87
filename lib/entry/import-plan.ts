import { type FieldKey, isTenancyField, isZoneField } from "../catalogue/fields";
import { type ColumnRole, PART_ROLES } from "../catalogue/import-columns";
import type { FieldValue } from "../catalogue/kinds";
import { type Claim, CONFIDENCES, type Money, ORIGINS } from "../evidence/ledger-records";
import { ADMISSION_FIELDS } from "../evidence/registry";
import { isPlace } from "../evidence/value-equality";
import { findNearest } from "../query/edit-distance";
import { UNKNOWN } from "../query/filters";
import { isDay, type PartialDate } from "../time/day";
import type {
  CellIssue,
  ClaimContent,
  ImportContext,
  PlannedClaim,
  PlannedRow,
  PreparedImport,
  RowReader,
} from "./import-row";
import { readDate } from "./read-date";
import { readLiteral } from "./read-number";
import { readFlag } from "./read-word";
import { isRepaired, isUnderstood, type Reading, type Understood } from "./reading";
import { formatCell, getRowNumber } from "./table";
import { foldWords, toPlainTyped } from "./typed-text";

/** An error of a formula, as spreadsheets write it. */
const FORMULA_ERROR = /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;
/** Stands where a wrong encoding lost a letter. */
const LOST_LETTER = "\ufffd";

/** What one row states; an empty row states nothing. */
export function planRow(prepared: PreparedImport, index: number): PlannedRow {
  const { table, mapping, columns, covered } = prepared;
  const cells = table.rows[index] ?? [];
  const issues: CellIssue[] = [];
  const row: RowReader = {
    prepared,
    get: (role) => cells[columns.get(role) ?? -1] ?? "",
    refuse: (where, problem, suggestion = null) => {
      const column = typeof where === "string" ? (columns.get(where) ?? null) : where;
      issues.push({ column, problem, suggestion });
      return null;
    },
    isConfirmed: (where, problem) => {
      const column = typeof where === "string" ? (columns.get(where) ?? 0) : where;
      const address = formatCell(column, getRowNumber(table, index));
      if (prepared.context.confirmedCells.has(`${address} ${problem.code}`)) return true;
      row.refuse(where, problem);
      return false;
    },
    isSound: (column) => {
      if (column === undefined) return true;
      const cell = cells[column] ?? "";
      const code = covered.has(formatCell(column, getRowNumber(table, index)))
        ? "covered"
        : FORMULA_ERROR.test(cell)
          ? "formula-error"
          : cell.includes(LOST_LETTER)
            ? "lost-letters"
            : null;
      if (code !== null) row.refuse(column, { code });
      return code === null;
    },
  };
  if (cells.every((cell) => cell === "")) return { index, claims: [], issues, unchanged: 0 };
  const planned =
    mapping.layout === "claims" ? planClaim(row) : planFields(row, cells, prepared.fields);
  return { index, issues, ...planned };
}

type RowResult = Pick<PlannedRow, "claims" | "unchanged">;

const NOTHING: RowResult = { claims: [], unchanged: 0 };

/** What a row is about. */
interface Subject {
  readonly zone: string;
  readonly tenancy: string | null;
}

/** Are the cells for the zone and the firm of a row texts of a person? Refuses the first that is not. */
const isSubjectSound = ({ prepared: { columns }, isSound }: RowReader): boolean =>
  isSound(columns.get("zone")) && isSound(columns.get("firm"));

/** The zone and the firm of a row whose cells are sound; null: they are not found. */
function readSubject(row: RowReader): Subject | null {
  const { names } = row.prepared.context;
  const [typedZone, typedFirm] = [row.get("zone"), row.get("firm")];
  const zone = typedZone === "" ? null : names.findZone(typedZone);
  if (zone && !("found" in zone)) {
    return row.refuse("zone", { code: "not-found", role: "zone" }, zone.nearest);
  }
  if (typedFirm === "") {
    return zone
      ? { zone: zone.found, tenancy: null }
      : row.refuse("zone", { code: "missing", role: "zone" });
  }
  const firm = names.findFirm(typedFirm, zone?.found ?? null);
  return "found" in firm
    ? { zone: firm.found.zone, tenancy: firm.found.id }
    : row.refuse("firm", { code: "not-found", role: "firm" }, firm.nearest);
}

/** The zone of a row for a zone that the registry does not have and that is to be added; null: it is refused. */
function readNewZone(row: RowReader, typed: string, name: string): Subject | null {
  const made = row.prepared.context.newZone?.(typed, name) ?? null;
  if (made === null) return row.refuse("zone", { code: "no-slug" });
  return "slug" in made
    ? { zone: made.slug, tenancy: null }
    : row.refuse("zone", { code: "like-zone" }, made.like);
}

/** A row for one claim. */
function planClaim(row: RowReader): RowResult {
  const { context, columns } = row.prepared;
  const id = row.get("claim");
  const base = id === "" ? undefined : context.findClaim(id.toLowerCase());
  const subject = isSubjectSound(row) ? readSubject(row) : null;
  const tenancy = subject?.tenancy ?? null;
  const field = readField(row, tenancy === null ? "zone" : "firm");
  const parts = readParts(row, base);
  const column = columns.get("value");
  if (column === undefined || !row.isSound(column) || field === null) return NOTHING;
  const typed = row.get("value");
  if (typed === "") {
    row.refuse("value", { code: "missing", role: "value" });
    return NOTHING;
  }
  const value = readClaimed(row, field, typed, base);
  if (value === null || subject === null || parts === null) return NOTHING;
  const { confirmed, money, ...rest } = parts;
  const content = { ...subject, field, value: value.value, ...rest, money: money ?? value.money };
  const known = base && { ...base, id: undefined, revision: undefined };
  if (known && isSameContent(known, content)) return { claims: [], unchanged: 1 };
  return { claims: [toPlanned(context, content, confirmed, column)], unchanged: 0 };
}

function readField(row: RowReader, subject: "zone" | "firm"): FieldKey | null {
  if (!row.isSound(row.prepared.columns.get("field"))) return null;
  const typed = row.get("field");
  if (typed === "") return row.refuse("field", { code: "missing", role: "field" });
  const { names } = row.prepared.context;
  const field = names.findField(typed, subject);
  if ("found" in field) return field.found;
  const other = names.findField(typed, subject === "zone" ? "firm" : "zone");
  return "found" in other
    ? row.refuse("field", { code: subject === "zone" ? "field-of-firms" : "field-of-zones" })
    : row.refuse("field", { code: "not-found", role: "field" }, field.nearest);
}

/** The value of a claim: "unknown" is what the source says, and a value that is there already is not read again. */
function readClaimed(
  row: RowReader,
  field: FieldKey,
  typed: string,
  base: Claim | undefined,
): { readonly value: FieldValue; readonly money: Understood["money"] } | null {
  if (base && base.field === field && row.prepared.context.write(base.value) === typed) {
    return { value: base.value, money: base.money };
  }
  if (typed.toLowerCase() === UNKNOWN) return { value: null, money: null };
  const reading = understand(row, field, "value", typed);
  if (reading === null) return null;
  const { value } = reading;
  const isSure =
    !isRepaired(reading) || row.isConfirmed("value", { code: "repaired", field, value });
  return isSure ? reading : null;
}

/** A row for a zone or a firm, with a column for each field. Cells that say what is displayed add nothing. */
function planFields(
  row: RowReader,
  cells: readonly string[],
  fields: PreparedImport["fields"],
): RowResult {
  const { context, columns } = row.prepared;
  if (!isSubjectSound(row)) return NOTHING;
  const typedZone = row.get("zone");
  const nameColumn = fields.find(([field]) => field === "name")?.[1];
  const isNew =
    context.newZone !== null &&
    typedZone !== "" &&
    row.get("firm") === "" &&
    !("found" in context.names.findZone(typedZone));
  const subject = isNew
    ? readNewZone(row, typedZone, cells[nameColumn ?? -1] || typedZone)
    : readSubject(row);
  if (subject === null) {
    // What else is wrong in the row is said at once.
    for (const [field, column] of fields) {
      const typed = cells[column] ?? "";
      if (row.isSound(column) && typed !== "" && typed.toLowerCase() !== UNKNOWN)
        understand(row, field, column, typed);
    }
    readParts(row, undefined);
    return NOTHING;
  }
  const snapshot = row.get("snapshot");
  const exported = snapshot === "" ? null : context.exported(snapshot, subject.zone);
  if (exported === undefined) {
    row.refuse("snapshot", { code: "no-snapshot" });
    return NOTHING;
  }
  const displayed = context.exported("", subject.zone);
  const isOwn = subject.tenancy === null ? isZoneField : isTenancyField;
  let unchanged = 0;
  let isRefused = false;
  const stated: { field: FieldKey; column: number; read: Understood }[] = [];
  const look = (field: FieldKey, column: number, typed: string) => {
    const shown =
      displayed && isZoneField(field)
        ? displayed[field]
        : context.shown(subject.zone, subject.tenancy, field).value;
    const was = exported && isZoneField(field) ? exported[field] : shown;
    const read = readCell(row, field, column, typed, shown, was);
    if (read === "unchanged") unchanged += 1;
    else if (read === null) isRefused = true;
    else stated.push({ field, column, read });
  };
  for (const [field, column] of fields) {
    const typed = cells[column] ?? "";
    if (!row.isSound(column) || typed === "") continue;
    if (isOwn(field)) look(field, column, typed);
    else row.refuse(column, { code: subject.tenancy ? "field-of-zones" : "field-of-firms" });
  }
  const [lat, lon] = [row.get("latitude"), row.get("longitude")];
  const column = columns.get("latitude");
  if (column !== undefined && (lat !== "" || lon !== "") && subject.tenancy === null) {
    look("location", column, lat === UNKNOWN && lon === UNKNOWN ? UNKNOWN : `${lat}, ${lon}`);
  }
  if (isNew && !ADMISSION_FIELDS.some((field) => stated.some((one) => one.field === field))) {
    row.refuse(null, { code: "no-admission" });
    return NOTHING;
  }
  if (isNew && !stated.some(({ field }) => field === "name")) {
    look("name", columns.get("zone") ?? 0, typedZone);
  }
  if (stated.length === 0 && !isRefused) return { claims: [], unchanged };
  const parts = readParts(row, undefined);
  if (parts === null) return { claims: [], unchanged };
  const { confirmed, ...rest } = parts;
  return {
    unchanged,
    claims: stated.map(({ field, column: place, read: { value, money } }) =>
      toPlanned(context, { ...subject, field, value, ...rest, money }, confirmed, place),
    ),
  };
}

/** The value of a cell; null: it is refused. */
function understand(
  row: RowReader,
  field: FieldKey,
  column: ColumnRole | number,
  typed: string,
): Understood | null {
  const reading = row.prepared.read(field, typed);
  if (isUnderstood(reading)) return reading;
  const { issue, suggestion } = reading;
  return row.refuse(column, { code: "reading", issue }, suggestion);
}

/** @param was the value in the export that the table was; the displayed one where it was none */
function readCell(
  row: RowReader,
  field: FieldKey,
  column: number,
  typed: string,
  shown: FieldValue,
  was: FieldValue,
): Understood | "unchanged" | null {
  const { write, toWords } = row.prepared.context;
  const isWritten = (value: FieldValue) =>
    typed === write(value) || (value !== null && typed === toWords(field, value));
  if (isWritten(was) || isWritten(shown)) return "unchanged";
  if (typed.toLowerCase() === UNKNOWN) {
    return row.refuse(column, { code: "unknown-over-known" }, isPlace(shown) ? null : write(shown));
  }
  const reading = understand(row, field, column, typed);
  if (reading === null) return null;
  const { value } = reading;
  if ([was, shown].map(canonical).includes(canonical(value))) return "unchanged";
  const changed = { code: "changed-since", field, exported: was, present: shown } as const;
  const isSure =
    (canonical(was) === canonical(shown) || row.isConfirmed(column, changed)) &&
    (!isRepaired(reading) || row.isConfirmed(column, { code: "repaired", field, value }));
  return isSure ? reading : null;
}

function toPlanned(
  context: ImportContext,
  content: ClaimContent,
  gateConfirmed: boolean,
  column: number,
): PlannedClaim {
  const { zone, tenancy, field } = content;
  return {
    claim: { ...content, id: context.makeId(content) },
    basedOn: context.shown(zone, tenancy, field).claimId,
    gateConfirmed,
    column,
  };
}

/** A value as a text that is the same for the same value: a list in any order, a place with its parts in any order. */
function canonical(value: FieldValue): string {
  if (isPlace(value)) return JSON.stringify([value.lat, value.lon]);
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
}

function isSameContent(known: ClaimContent, content: ClaimContent): boolean {
  if (canonical(known.value) !== canonical(content.value)) return false;
  const parts: readonly (keyof ClaimParts | "zone" | "tenancy" | "field")[] = [
    ...(["zone", "tenancy", "field", "asOf", "sourceId", "locator", "note", "origin"] as const),
    ...(["confidence", "decline", "lastSeenOn"] as const),
  ];
  return (
    parts.every((part) => known[part] === content[part]) &&
    known.quotation?.text === content.quotation?.text &&
    known.quotation?.lang === content.quotation?.lang &&
    known.money?.amount === content.money?.amount &&
    known.money?.currency === content.money?.currency
  );
}

/** What a row says about its claims beside their values. */
type ClaimParts = Pick<
  Claim,
  | "asOf"
  | "sourceId"
  | "locator"
  | "note"
  | "origin"
  | "confidence"
  | "decline"
  | "quotation"
  | "lastSeenOn"
>;

/** The parts with what is not kept in them. */
interface ReadParts extends ClaimParts {
  /** A sum in columns of its own; null: none. */
  readonly money: Money | null;
  readonly confirmed: boolean;
}

/**
 * Reads what a row says about its claims: an empty cell takes what applies to the whole import.
 * @param base the recorded claim of the row, whose parts apply where the table has no column; undefined: there is none
 * @returns null where something is refused
 */
function readParts(row: RowReader, base: Claim | undefined): ReadParts | null {
  const { columns, context } = row.prepared;
  const { defaults } = context;
  const sound = PART_ROLES.map((role) => row.isSound(columns.get(role)));
  const has = (role: ColumnRole) => columns.has(role);
  /** The text of a column; of the recorded claim where there is no column. */
  const text = (role: "locator" | "note"): string | null => {
    if (base && !has(role)) return base[role];
    const cell = row.get(role);
    if (cell !== "") return cell;
    return role === "note" && !base ? defaults.note : null;
  };
  const parts = {
    asOf: base && !has("asOf") ? base.asOf : readAsOf(row, base ? null : defaults.asOf),
    sourceId: readSource(row, base),
    locator: text("locator"),
    note: text("note"),
    origin: readOneOf(row, "origin", ORIGINS, base?.origin ?? defaults.origin),
    confidence: readOneOf(row, "confidence", CONFIDENCES, base?.confidence ?? defaults.confidence),
    decline: readYes(row, "decline", base?.decline ?? false),
    quotation: base && !has("quotation") ? base.quotation : readQuotation(row),
    lastSeenOn: base && !has("lastSeenOn") ? base.lastSeenOn : readLastSeen(row),
    money: base && !has("amount") ? null : readMoneyCells(row),
    confirmed: readYes(row, "confirmed", defaults.confirmed),
  };
  const { asOf, sourceId, origin, confidence, decline, quotation, lastSeenOn, money, confirmed } =
    parts;
  if (
    sound.includes(false) ||
    asOf === undefined ||
    sourceId === null ||
    origin === null ||
    confidence === null ||
    decline === null ||
    quotation === undefined ||
    lastSeenOn === undefined ||
    money === undefined ||
    confirmed === null
  ) {
    return null;
  }
  return {
    ...{ asOf, sourceId, origin, confidence, decline, quotation, lastSeenOn, money, confirmed },
    locator: parts.locator,
    note: parts.note,
  };
}

/** @returns undefined where the cell is refused */
function readAsOf(row: RowReader, otherwise: PartialDate | null): PartialDate | null | undefined {
  const typed = row.get("asOf");
  if (typed === "") return otherwise;
  return typed.toLowerCase() === UNKNOWN ? null : readDateCell(row, "asOf", typed);
}

function readDateCell(row: RowReader, role: ColumnRole, typed: string): PartialDate | undefined {
  return take(row, role, readDate(toPlainTyped(typed)));
}

/** What is understood, or a refusal of the cell. */
function take<V>(row: RowReader, role: ColumnRole, reading: Reading<V>): V | undefined {
  if (isUnderstood(reading)) {
    const { value } = reading;
    const isSure =
      !isRepaired(reading) ||
      row.isConfirmed(role, { code: "repaired", field: null, value: String(value) });
    return isSure ? value : undefined;
  }
  const { issue, suggestion } = reading;
  row.refuse(role, { code: "reading", issue }, suggestion);
  return undefined;
}

function readSource(row: RowReader, base: Claim | undefined): string | null {
  const { columns, context } = row.prepared;
  const typed = row.get("source");
  if (typed === "") {
    const kept = base && !columns.has("source") ? base.sourceId : context.defaults.sourceId;
    return kept ?? row.refuse("source", { code: "missing", role: "source" });
  }
  const source = context.names.findSource(typed);
  return "found" in source
    ? source.found
    : row.refuse("source", { code: "not-found", role: "source" }, source.nearest);
}

function readOneOf<T extends string>(
  row: RowReader,
  role: ColumnRole,
  allowed: readonly T[],
  otherwise: T,
): T | null {
  const typed = row.get(role);
  if (typed === "") return otherwise;
  const found = allowed.find((word) => word === foldWords(typed));
  return found ?? row.refuse(role, { code: "one-of", allowed }, findNearest(typed, allowed));
}

function readYes(row: RowReader, role: ColumnRole, otherwise: boolean): boolean | null {
  const typed = row.get(role);
  if (typed === "") return otherwise;
  return take(row, role, readFlag(toPlainTyped(typed))) ?? null;
}

/** @returns undefined where a cell is refused */
function readQuotation(row: RowReader): Claim["quotation"] | undefined {
  const [text, lang] = [row.get("quotation"), row.get("quotationLang")];
  if (text === "") return null;
  if (lang !== "") return { text, lang };
  row.refuse("quotationLang", { code: "missing", role: "quotationLang" });
  return undefined;
}

/** @returns undefined where the cell is refused */
function readLastSeen(row: RowReader): Claim["lastSeenOn"] | undefined {
  const typed = row.get("lastSeenOn");
  if (typed === "" || typed.toLowerCase() === UNKNOWN) return null;
  const date = readDateCell(row, "lastSeenOn", typed);
  if (date === undefined || isDay(date)) return date;
  row.refuse("lastSeenOn", { code: "not-a-day" });
  return undefined;
}

/** A sum in two columns. @returns null where there is none, undefined where a cell is refused */
function readMoneyCells(row: RowReader): Money | null | undefined {
  const [typed, currency] = [row.get("amount"), row.get("currency").toUpperCase()];
  if (typed === "" && currency === "") return null;
  if (typed === "" || currency === "") {
    const role = typed === "" ? "amount" : "currency";
    row.refuse(role, { code: "missing", role });
    return undefined;
  }
  const literal = readLiteral(typed);
  if (!("issue" in literal)) return { amount: Number(literal.digits), currency };
  const { issue, suggestion } = literal;
  row.refuse("amount", { code: "reading", issue }, suggestion);
  return undefined;
}

import { type ColumnRole, PART_ROLES } from "../catalogue/import-columns";
import { type Claim, CONFIDENCES, type Money, ORIGINS } from "../evidence/ledger-records";
import { findNearest } from "../query/edit-distance";
import { UNKNOWN } from "../query/filters";
import { isDay, type PartialDate } from "../time/day";
import type { RowReader } from "./import-row";
import { readDate } from "./read-date";
import { readLiteral } from "./read-number";
import { readFlag } from "./read-word";
import { isRepaired, isUnderstood, type Reading } from "./reading";
import { foldWords, toPlainTyped } from "./typed-text";

/** What a row says about its claims beside their values. */
export type ClaimParts = Pick<
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
export function readParts(row: RowReader, base: Claim | undefined): ReadParts | null {
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

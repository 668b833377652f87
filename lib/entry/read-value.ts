import type { FieldSpec, FieldValue } from "../catalogue/kinds";
import { getValueIssue } from "../evidence/check-value";
import type { PartialDate } from "../time/day";
import { readDate } from "./read-date";
import { readMoney } from "./read-money";
import { readQuantity } from "./read-number";
import { readPlace } from "./read-place";
import {
  isCountryCode,
  readChoice,
  readCountry,
  readFlag,
  readInvolvement,
  readLevel,
} from "./read-word";
import { isRepaired, isUnderstood, type Reading, refuse, repaired, understood } from "./reading";
import { isNoValue, toPlainTyped } from "./typed-text";

/** Longest text that is read: that of a list with every item. */
const MAX_TYPED_LENGTH = 10_100;

/**
 * Reads a typed or pasted value of a field in the forms that people and articles use: with units, names of months,
 * labels or keys of a vocabulary, digits of Urdu. What is understood from another form is shown back; what could mean
 * two things is refused with a suggestion, never guessed. The value is one that the field allows.
 */
export function readTypedValue(spec: FieldSpec, typed: string): Reading {
  const reading = readChecked(spec, typed);
  if (isUnderstood(reading) || reading.suggestion === null) return reading;
  // What is suggested can be used as it is.
  const next = readChecked(spec, reading.suggestion);
  return isUnderstood(next) ? reading : { ...reading, suggestion: null };
}

/** Reads a date of any year, as the date of a claim or a source. */
export function readTypedDate(typed: string): Reading<PartialDate> {
  const plain = toPlainTyped(typed);
  if (plain.text === "") return refuse("empty");
  return isNoValue(plain.text) ? refuse("no-value") : readDate(plain);
}

/** The date that was typed in any form; the text without spaces at its ends where it is none. */
export function readDateText(typed: string): string {
  const reading = readTypedDate(typed);
  return isUnderstood(reading) ? reading.value : typed.trim();
}

function readChecked(spec: FieldSpec, typed: string): Reading {
  const plain = toPlainTyped(typed);
  if (plain.text === "") return refuse("empty");
  if (typed.length > MAX_TYPED_LENGTH) {
    return refuse({ code: "rule", rule: getValueIssue(spec, "") ?? { code: "text" } });
  }
  if (isNoValue(plain.text) && !(spec.kind === "country" && isCountryCode(plain.text))) {
    const applicable =
      spec.kind === "number"
        ? !spec.notApplicable
        : !("vocabulary" in spec && spec.vocabulary === "indicator");
    return refuse("no-value", applicable ? null : "not-applicable");
  }
  const reading: Reading = readKind();
  if (!isUnderstood(reading)) return reading;
  const rule = getValueIssue(spec, reading.value);
  return rule === null ? reading : refuse({ code: "rule", rule });

  function readKind(): Reading {
    switch (spec.kind) {
      case "number":
        return spec.unit === "USD m" ? readMoney(plain) : readQuantity(spec, plain);
      case "date":
        return readDate(plain);
      case "choice":
        return readChoice(spec, plain);
      case "flag":
        return readFlag(plain);
      case "level":
        return readLevel(spec, plain);
      case "country":
        return readCountry(plain);
      case "place":
        return readPlace(plain);
      case "list":
        return readList(typed, spec.items === "involvement");
      case "text":
        return understood(typed.trim(), false);
    }
  }
}

/** Reads the items of a list, separated by commas, semicolons or lines. An item that is there twice counts once. */
function readList(typed: string, involvement: boolean): Reading<NonNullable<FieldValue>> {
  const items = typed
    .split(/[,،;؛\n]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.some((item) => isNoValue(item))) return refuse("no-value");
  const values: string[] = [];
  let otherForm = false;
  let anyRepaired = false;
  for (const item of items) {
    const read = involvement ? readInvolvement(toPlainTyped(item)) : understood(item, false);
    if (!isUnderstood(read)) {
      const { suggestion } = read;
      const mended = items.map((one) => (one === item ? suggestion : one)).join(", ");
      return { ...read, suggestion: suggestion === null ? null : mended };
    }
    const twice = values.includes(read.value);
    if (!twice) values.push(read.value);
    otherForm ||= twice || read.shownBack !== null;
    anyRepaired ||= isRepaired(read);
  }
  return anyRepaired ? repaired(values) : understood(values, otherForm);
}

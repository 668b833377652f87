/** Most significant digits of a number. Every decimal number with so many is read and written unchanged. */
export const MAX_DIGITS = 15;
/** The largest sum in any currency. */
export const MAX_AMOUNT = 1e15;
/** A currency as a code of ISO 4217; the database has the same rule. */
export const CURRENCY = /^[A-Z]{3}$/;

/** A decimal number as JSON writes it. */
const DECIMAL = /^-?(\d+)(?:\.(\d+))?(?:[eE][+-]?\d+)?$/;

/**
 * Is a written number kept as it is? Not with more than 15 significant digits, nor where it is too
 * large or too small for a double (IEEE 754): it would be rounded, to infinity or to 0.
 */
export function isExact(written: string): boolean {
  const [, whole, fraction = ""] = DECIMAL.exec(written) ?? [];
  if (whole === undefined) return false;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits === "") return true;
  const value = Number(written);
  return Number.isFinite(value) && value !== 0 && digits.replace(/0+$/, "").length <= MAX_DIGITS;
}

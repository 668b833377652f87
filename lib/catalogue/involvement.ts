import { isCountry } from "./countries";

/** What a partner abroad gives a firm. */
export const INVOLVEMENT_KINDS = [
  "equity",
  "joint-venture",
  "developer",
  "contractor",
  "technology",
  "equipment",
  "lender",
  "buyer",
  "training",
] as const;

/** A kind of involvement. */
type InvolvementKind = (typeof INVOLVEMENT_KINDS)[number];

/** One item of the field: what is given, and the ISO 3166 alpha-2 code of the country that it comes from. */
export interface Involvement {
  readonly kind: InvolvementKind;
  readonly country: string;
}

/** Reads an item such as `technology:CN`; null where the kind or the country is not on its list. */
export function parseInvolvement(item: string): Involvement | null {
  const [kind, country, ...rest] = item.split(":");
  const known = INVOLVEMENT_KINDS.find((one) => one === kind);
  if (known === undefined || country === undefined || rest.length > 0) return null;
  return isCountry(country) ? { kind: known, country } : null;
}

import type { Claim } from "./ledger-records";

type Fact = Pick<Claim, "zone" | "tenancy" | "field" | "value" | "asOf" | "sourceId" | "decline">;

/** The field of a zone or firm on a day, as one source tells it. */
const occasionOf = ({ zone, tenancy, field, asOf, sourceId }: Fact): string =>
  JSON.stringify([zone, tenancy, field, asOf, sourceId]);

const toComparable = ({ value }: Fact): string =>
  JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

/** The claims of one save that say what an earlier one says, by the same source and of the same day. */
export function listRepeatedFacts<T extends Fact>(claims: readonly T[]): ReadonlySet<T> {
  const known = new Set<string>();
  return new Set(
    claims.filter((claim) => {
      const fact = `${occasionOf(claim)} ${toComparable(claim)} ${claim.decline}`;
      if (known.has(fact)) return true;
      known.add(fact);
      return false;
    }),
  );
}

/** Does the source of a claim say something else of the same day in another claim of the save? */
export function hasOtherValue(claim: Fact, claims: readonly Fact[]): boolean {
  const occasion = occasionOf(claim);
  return claims.some(
    (other) =>
      other.field === claim.field &&
      occasionOf(other) === occasion &&
      toComparable(other) !== toComparable(claim),
  );
}

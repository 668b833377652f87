import { fieldSpec, isTenancyField, isZoneField } from "../catalogue/fields";
import { type Day, firstDay, isPartialDate } from "../time/day";
import { getValueIssue } from "./check-value";
import type { Issue } from "./issue";
import { type Claim, CONFIDENCES, ORIGINS } from "./ledger-records";

/** An issue with one part of a claim. */
type ClaimIssue = Issue & { readonly param: keyof Claim };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MAX_TEXT_LENGTH = 4000;

/**
 * Checks a claim by itself: its id, field, value, day, origin, confidence and texts. The ledger
 * checks that its zone, firm and source exist.
 * @param today the day in Pakistan; a claim cannot be about a later day
 */
export function listClaimIssues(claim: Omit<Claim, "revision">, today: Day): ClaimIssue[] {
  const issues: ClaimIssue[] = [];
  const add = (param: keyof Claim, message: string) => issues.push({ param, message });
  if (!UUID.test(claim.id)) add("id", "The id must be a UUID in small letters.");
  if (claim.tenancy === null ? !isZoneField(claim.field) : !isTenancyField(claim.field)) {
    add(
      "field",
      `“${claim.field}” is not a field of a ${claim.tenancy === null ? "zone" : "firm in a zone"}.`,
    );
  } else {
    const reason = getValueIssue(fieldSpec(claim.field), claim.value);
    if (reason) add("value", `The value of “${claim.field}” ${reason}.`);
  }
  if (claim.asOf !== null) {
    if (!isPartialDate(claim.asOf)) {
      add(
        "asOf",
        "Give a year, a month or a day that exists, such as 2020, 2020-10 or 2020-10-07.",
      );
    } else if (firstDay(claim.asOf) > today) {
      add("asOf", `A claim cannot be about a future day; today in Pakistan is ${today}.`);
    }
  }
  if (!ORIGINS.includes(claim.origin)) add("origin", `Give one of ${ORIGINS.join(", ")}.`);
  if (!CONFIDENCES.includes(claim.confidence)) {
    add("confidence", `Give one of ${CONFIDENCES.join(", ")}.`);
  }
  for (const param of ["locator", "note"] as const) {
    const text = claim[param];
    if (text !== null && (text.trim() === "" || text.length > MAX_TEXT_LENGTH)) {
      add(param, `Leave the ${param} out, or give up to ${MAX_TEXT_LENGTH} characters.`);
    }
  }
  return issues;
}

import { fieldSpec, isTenancyField, isZoneField } from "../catalogue/fields";
import { type Day, firstDay, isPartialDate } from "../time/day";
import { getValueIssue } from "./check-value";
import { type Claim, CONFIDENCES, ORIGINS } from "./ledger-records";

/** What is wrong with one part of a claim. */
export interface ClaimFault {
  readonly part: keyof Claim;
  /** A sentence that says what to do. */
  readonly message: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const LONGEST = 4000;

/**
 * Everything that is wrong with a claim by itself: its id, field, value, day, origin, confidence and
 * texts. Whether its zone, firm and source exist is the ledger's question.
 * @param today the day in Pakistan; a claim may not speak of a later day
 */
export function listClaimIssues(claim: Omit<Claim, "revision">, today: Day): ClaimFault[] {
  const faults: ClaimFault[] = [];
  const fault = (part: keyof Claim, message: string) => faults.push({ part, message });
  if (!UUID.test(claim.id)) fault("id", "The id must be a UUID in small letters.");
  if (claim.tenancy === null ? !isZoneField(claim.field) : !isTenancyField(claim.field)) {
    fault(
      "field",
      `“${claim.field}” is not a field of a ${claim.tenancy === null ? "zone" : "firm in a zone"}.`,
    );
  } else {
    const wrong = getValueIssue(fieldSpec(claim.field), claim.value);
    if (wrong) fault("value", `The value of “${claim.field}” ${wrong}.`);
  }
  if (claim.asOf !== null) {
    if (!isPartialDate(claim.asOf)) {
      fault("asOf", "Give a year, a month or a day that exists, as 2020, 2020-10 or 2020-10-07.");
    } else if (firstDay(claim.asOf) > today) {
      fault("asOf", `A claim cannot hold from a day in the future; today in Pakistan is ${today}.`);
    }
  }
  if (!ORIGINS.includes(claim.origin)) fault("origin", `Give one of ${ORIGINS.join(", ")}.`);
  if (!CONFIDENCES.includes(claim.confidence)) {
    fault("confidence", `Give one of ${CONFIDENCES.join(", ")}.`);
  }
  for (const part of ["locator", "note"] as const) {
    const text = claim[part];
    if (text !== null && (text.trim() === "" || text.length > LONGEST)) {
      fault(part, `Leave the ${part} out, or give up to ${LONGEST} characters.`);
    }
  }
  return faults;
}

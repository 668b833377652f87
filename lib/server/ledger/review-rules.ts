import "server-only";
import { may, type Role } from "@/lib/catalogue/roles";
import { env, type ReviewLevel } from "../env";

/** The 2 ladders, whose claims wait with `REVIEW_REQUIRED=ladders`. */
const LADDER_FIELDS: readonly string[] = ["legalStatus", "status"];

/** Which claims of a person wait for another one: none with `off`, those on the 2 ladders, or all. */
export function getReviewLevel(role: Role): ReviewLevel {
  return may(role, "decide") ? "off" : env().REVIEW_REQUIRED;
}

/**
 * May a person change records, or add those that come without claims? Only claims can wait for another person, so with
 * `all` a reviewer makes these changes.
 */
export function mayChangeRecords(role: Role): boolean {
  return getReviewLevel(role) !== "all";
}

/** Do the claims of a request wait for another person? */
export function needsReview(
  role: Role,
  { claims }: { readonly claims: readonly { readonly field: string }[] },
): boolean {
  const level = getReviewLevel(role);
  if (level === "off") return false;
  if (level === "all") return claims.length > 0;
  return claims.some(({ field }) => LADDER_FIELDS.includes(field));
}

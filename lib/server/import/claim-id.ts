import "server-only";
import { createHash } from "node:crypto";
import type { ClaimContent } from "@/lib/entry/import-row";
import { isPlace } from "@/lib/evidence/value-equality";

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

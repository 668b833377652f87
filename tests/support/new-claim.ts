import { randomUUID } from "node:crypto";
import type { NewClaim } from "../../lib/server/ledger/types";

/** A valid claim on a zone of the data set, from a source of it that has no date, so that a claim can be on any day. */
export function newClaim(part: Partial<NewClaim> = {}): NewClaim {
  return {
    id: randomUUID(),
    zone: "rashakai-sez",
    tenancy: null,
    field: "electricity",
    value: "available",
    asOf: "2026-11-01",
    sourceId: "geonames",
    locator: null,
    note: "As the grid company says.",
    origin: "independent",
    confidence: "high",
    decline: false,
    quotation: null,
    lastSeenOn: null,
    money: null,
    ...part,
  };
}

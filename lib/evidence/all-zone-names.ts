import { fieldSpec } from "../catalogue/fields";
import type { EvidenceIndex } from "./evidence-index";
import type { Facts } from "./ledger-records";
import { type Moment, resolve } from "./resolve";
import type { ZoneRow } from "./row";
import { zoneNames } from "./zone-name";

/** What is known at a moment. */
interface KnownZones extends Moment {
  readonly facts: Pick<Facts, "zones">;
  readonly evidence: EvidenceIndex;
  readonly rows: readonly ZoneRow[];
}

/** The names of all zones by slug, also of merged, retired and withdrawn ones, which are in no list of zones. */
export function listAllZoneNames(known: KnownZones): Map<string, string> {
  const { facts, evidence, rows } = known;
  const shown = zoneNames(rows);
  const nameOf = (slug: string) => {
    const { value } = resolve(fieldSpec("name"), evidence.get(slug)?.get("name") ?? [], known);
    return typeof value === "string" ? value : slug;
  };
  return new Map(facts.zones.map(({ slug }) => [slug, shown.get(slug) ?? nameOf(slug)]));
}

import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { computeReadiness, type Readiness } from "@/lib/readiness/readiness";

/** A zone as a column of the comparison. */
export interface ComparedZone {
  readonly record: ZoneRecord;
  /** Name without the words that only say that it is a zone. */
  readonly name: string;
  readonly candidate: boolean;
  readonly readiness: Readiness | null;
  /** Address of its page at the same moment. */
  readonly href: string;
}

/** Prepares a zone for the comparison at a moment and under some weights. */
export function buildComparedZone(
  record: ZoneRecord,
  moment: Pick<Query, "asOf" | "knownOn">,
  weights: Weights,
): ComparedZone {
  return {
    record,
    name: shortZoneName(record.values.name ?? record.slug),
    candidate: isCandidate(record.values),
    readiness: computeReadiness(record.values, weights),
    href: `/zones/${record.slug}${momentSearch(moment)}`,
  };
}

/** The address of the evidence on a field of a zone. */
export function getEvidenceHref({ href }: Pick<ComparedZone, "href">, field: ZoneFieldKey): string {
  return `${href}#${getLedgerAnchor(field)}`;
}

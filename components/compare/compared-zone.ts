import { momentSearch } from "@/components/explorer/explorer-state";
import { shortZoneName } from "@/components/fields/short-zone-name";
import { ledgerAnchor } from "@/components/zone/zone-view";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import type { Query } from "@/lib/registry/query";
import { type Readiness, readinessOf } from "@/lib/registry/readiness";
import type { ZoneRecord } from "@/lib/registry/registry";
import { isCandidate } from "@/lib/registry/scope";

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

/** A zone as a column, at a moment and under some weights. */
export function comparedZone(
  record: ZoneRecord,
  moment: Pick<Query, "asOf" | "knownOn">,
  weights: Weights,
): ComparedZone {
  return {
    record,
    name: shortZoneName(record.values.name ?? record.slug),
    candidate: isCandidate(record.values),
    readiness: readinessOf(record.values, weights),
    href: `/zones/${record.slug}${momentSearch(moment)}`,
  };
}

/** Where the evidence on a field of a zone stands. */
export function evidenceHref({ href }: Pick<ComparedZone, "href">, field: ZoneFieldKey): string {
  return `${href}#${ledgerAnchor(field)}`;
}

import { headers } from "next/headers";
import type { SearchParams } from "@/app/(site)/load-registry";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { momentPairs, momentSearch } from "@/lib/query/moment-params";
import { getDecisionRights } from "@/lib/server/claim-access";
import type { RegistryView } from "@/lib/server/store";

/** A zone as its pages show it to the current reader, at the date and revision of the address. */
export async function loadZoneView(
  zone: ZoneRecord,
  { asOf, revision, sources, facts }: RegistryView,
  params: SearchParams,
): Promise<ZoneView> {
  const rights = await getDecisionRights(await headers());
  return {
    zone,
    asOf,
    revision,
    sources: new Map(sources.map((source) => [source.id, source])),
    ledgerPath: `/zones/${zone.slug}/ledger${momentSearch(params)}`,
    moment: momentPairs(params),
    mayJudge: (number) => rights.all || rights.revisions.has(number),
    revisions: new Map(facts.revisions.map((item) => [item.number, item])),
  };
}

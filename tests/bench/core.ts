// What the pure core takes at the size of today, and at 20 and 200 times that.

import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { countFacets } from "@/lib/query/facets";
import { countFunnel, LADDERS } from "@/lib/query/ladder-funnel";
import { parseQuery } from "@/lib/query/parse-query";
import { select } from "@/lib/query/select";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { asColumns, timeOf } from "./measure";

const SIZES = [51, 1_000, 10_000];
const MOMENT = { asOf: COMPILED_ON, revision: 1 };
const { query } = parseQuery(
  new URLSearchParams("province=sindh,punjab&status=serviced,unknown&readinessMin=5&q=industrial"),
);

/** As many zones as asked for: the real ones over and over, each copy with claims of its own. */
function multiplied(facts: Facts, size: number): Facts {
  const copies = Array.from({ length: Math.ceil(size / facts.zones.length) }, (_, copy) => copy);
  const nameIn = (copy: number, id: string) => (copy === 0 ? id : `${id}-${copy}`);
  const zones = copies
    .flatMap((copy) => facts.zones.map(({ slug }) => ({ slug: nameIn(copy, slug), order: 0 })))
    .slice(0, size)
    .map((zone, i) => ({ ...zone, order: i + 1 }));
  return {
    ...facts,
    zones,
    claims: copies.flatMap((copy) =>
      facts.claims.map((claim) => ({
        ...claim,
        id: nameIn(copy, claim.id),
        zone: nameIn(copy, claim.zone),
        tenancy: claim.tenancy && nameIn(copy, claim.tenancy),
      })),
    ),
    decisions: copies.flatMap((copy) =>
      facts.decisions.map((decision) => ({ ...decision, claimId: nameIn(copy, decision.claimId) })),
    ),
    tenancies: copies.flatMap((copy) =>
      facts.tenancies.map((tenancy) => ({
        ...tenancy,
        id: nameIn(copy, tenancy.id),
        zone: nameIn(copy, tenancy.zone),
      })),
    ),
  };
}

const seed = await seedFacts();
const measured = SIZES.map((size) => {
  const facts = multiplied(seed, size);
  const index = indexEvidence(facts);
  const rows = buildRegistry(facts, index, MOMENT).zones.map(buildRow);
  const times = size > 5_000 ? 5 : 25;
  const answer = () => {
    const { rows: found } = select(rows, query, COMPILED_ON);
    return [
      countFacets(rows, query, COMPILED_ON),
      LADDERS.map((ladder) => countFunnel(found, ladder)),
    ];
  };
  return {
    size,
    claims: facts.claims.length,
    index: timeOf(() => indexEvidence(facts), times),
    resolve: timeOf(() => buildRegistry(facts, index, MOMENT), times),
    answer: timeOf(answer, times),
  };
});

const [least] = measured;
const cell = (ms: number, base: number | undefined) =>
  `${ms.toFixed(2)} ms ×${(ms / (base ?? ms)).toFixed(1)}`;
console.log("The pure core; × is the ratio to the first line");
console.log(
  asColumns([
    ["zones", "claims", "index the claims", "resolve all", "select, facets, funnels"],
    ...measured.map(({ size, claims, index, resolve, answer }) => [
      `${size} (×${(size / (least?.size ?? size)).toFixed(1)})`,
      String(claims),
      cell(index, least?.index),
      cell(resolve, least?.resolve),
      cell(answer, least?.answer),
    ]),
  ]),
);

// Measures the pure core with 51 zones, as today, and with about 20 and 200 times as many.

import { addFacts, markFacts } from "@/lib/evidence/add-facts";
import { continueIndex } from "@/lib/evidence/continue-index";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import { countFacets } from "@/lib/query/facets";
import { countFunnel, LADDERS } from "@/lib/query/ladder-funnel";
import { parseQuery } from "@/lib/query/parse-query";
import { buildSearchIndex, searchIndex } from "@/lib/query/search-index";
import { select } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { listSearchEntries } from "@/lib/text/search-entries";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { formatColumns, formatTime, measureMs } from "./measure";

const SIZES = [51, 1_000, 10_000];
const MOMENT = { asOf: COMPILED_ON, revision: 1 };
const { query } = parseQuery(
  new URLSearchParams("province=sindh,punjab&status=serviced,unknown&readinessMin=5&q=industrial"),
);

/** Repeats the real zones until there are `size`. Each copy has its own claims. */
function multiplyFacts(facts: Facts, size: number): Facts {
  const copies = Array.from({ length: Math.ceil(size / facts.zones.length) }, (_, copy) => copy);
  const copyId = (copy: number, id: string) => (copy === 0 ? id : `${id}-${copy}`);
  const zones = copies
    .flatMap((copy) => facts.zones.map(({ slug }) => ({ slug: copyId(copy, slug), order: 0 })))
    .slice(0, size)
    .map((zone, i) => ({ ...zone, order: i + 1 }));
  return {
    ...facts,
    zones,
    claims: copies.flatMap((copy) =>
      facts.claims.map((claim) => ({
        ...claim,
        id: copyId(copy, claim.id),
        zone: copyId(copy, claim.zone),
        tenancy: claim.tenancy && copyId(copy, claim.tenancy),
      })),
    ),
    decisions: copies.flatMap((copy) =>
      facts.decisions.map((decision) => ({ ...decision, claimId: copyId(copy, decision.claimId) })),
    ),
    tenancies: copies.flatMap((copy) =>
      facts.tenancies.map((tenancy) => ({
        ...tenancy,
        id: copyId(copy, tenancy.id),
        zone: copyId(copy, tenancy.zone),
      })),
    ),
  };
}

/** The next revision: the first claim again, with another id. */
function addOneClaim(facts: Facts): Facts {
  const [claim] = facts.claims;
  const last = facts.revisions.at(-1);
  if (!claim || !last) throw new Error("The data set has no claims.");
  const revision = last.number + 1;
  const id = "one-more";
  return {
    ...{ zones: [], sourceVersions: [], tenancies: [], events: [], context: [] },
    ...{ firmVersions: [], retirements: [], revision },
    revisions: [{ ...last, number: revision }],
    claims: [{ ...claim, id, revision }],
    decisions: [
      {
        sequence: facts.decisions.length + 1,
        revision,
        claimId: id,
        kind: "published",
        reason: null,
      },
    ],
  };
}

const seed = await seedFacts();
const measured = SIZES.map((size) => {
  const facts = multiplyFacts(seed, size);
  const index = indexEvidence(facts);
  const registry = buildRegistry(facts, index, MOMENT);
  const rows = registry.zones.map(buildRow);
  const searched = buildSearchIndex(
    listSearchEntries(
      englishText,
      {
        registry,
        facts,
        evidence: index,
        sources: listSourcesAt(facts.sourceVersions, MOMENT.revision),
        events: listEventsAt(facts.events, MOMENT.revision),
        asOf: MOMENT.asOf,
      },
      [],
    ),
  );
  const runs = size > 5_000 ? 5 : 25;
  const one = addOneClaim(facts);
  const mark = markFacts(facts);
  const kept = new Map<string, (typeof registry.zones)[number] | null>(
    facts.zones.map(({ slug }) => [slug, null]),
  );
  for (const zone of registry.zones) kept.set(zone.slug, zone);
  kept.delete(facts.zones[0]?.slug ?? "");
  const add = () => {
    const after = addFacts(facts, one);
    const next = continueIndex(index, mark, after);
    return buildRegistry(after, next, { ...MOMENT, revision: one.revision }, kept);
  };
  const answerQuery = () => {
    const { rows: found } = select(rows, query, COMPILED_ON);
    return [
      countFacets(rows, query, COMPILED_ON),
      LADDERS.map((ladder) => countFunnel(found, ladder)),
    ];
  };
  return {
    size,
    claims: facts.claims.length,
    index: measureMs(() => indexEvidence(facts), runs),
    resolve: measureMs(() => buildRegistry(facts, index, MOMENT), runs),
    add: measureMs(add, runs),
    answer: measureMs(answerQuery, runs),
    // Misspelled, so that every word is compared by edits.
    search: measureMs(() => searchIndex(searched, "hatar industral zone"), runs),
  };
});

const [smallest] = measured;
console.log("The pure core; × is the ratio to the first row");
console.log(
  formatColumns([
    [
      ...["zones", "claims", "index the claims", "resolve all", "add one claim"],
      ...["select, facets, funnels", "search"],
    ],
    ...measured.map(({ size, claims, index, resolve, add, answer, search }) => [
      `${size} (×${(size / (smallest?.size ?? size)).toFixed(1)})`,
      String(claims),
      formatTime(index, smallest?.index),
      formatTime(resolve, smallest?.resolve),
      formatTime(add, smallest?.add),
      formatTime(answer, smallest?.answer),
      formatTime(search, smallest?.search),
    ]),
  ]),
);

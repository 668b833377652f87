// Measures the pure core with 51 zones, as today, and with about 20 and 200 times as many.

import { buildAnswer } from "@/components/features/explorer/explorer-answer";
import { addFacts, markFacts } from "@/lib/evidence/add-facts";
import { continueIndex, indexEvidence } from "@/lib/evidence/evidence-index";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry, continueRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import { parseQuery } from "@/lib/query/parse-query";
import { buildSearchIndex, searchIndex } from "@/lib/query/search-index";
import { englishText } from "@/lib/text/english-text";
import { listSearchEntries } from "@/lib/text/search-entries";
import { COMPILED_ON, seedFacts } from "@/tests/support/seed-facts";
import { formatColumns, formatTime, measureMs } from "./measure";
import { addZones } from "./synthetic-zones";

const SIZES = [51, 1_000, 10_000];
const DAY = { asOf: COMPILED_ON };
const { query } = parseQuery(
  new URLSearchParams("province=sindh,punjab&status=serviced,unknown&readinessMin=5&q=industrial"),
);

/** The next revision: the first claim again, with another id. */
function addOneClaim(facts: Facts): Facts {
  const [claim] = facts.claims;
  const last = facts.revisions.at(-1);
  if (!claim || !last) throw new Error("The data set has no claims.");
  const revision = last.number + 1;
  const id = `one-more-${revision}`;
  return {
    ...{ zones: [], sourceVersions: [], tenancies: [], events: [], context: [] },
    ...{ firmVersions: [], retirements: [], revision },
    revisions: [{ ...last, number: revision }],
    claims: [{ ...claim, id, revision }],
    ...{ decisions: [], waiting: new Set() },
  };
}

const seed = await seedFacts();
const measured = SIZES.map((size) => {
  const facts = addZones(seed, size);
  const moment = { ...DAY, revision: facts.revision };
  const index = indexEvidence(facts);
  const registry = buildRegistry(facts, index, moment);
  const rows = registry.zones.map(buildRow);
  const searched = buildSearchIndex(
    listSearchEntries(
      englishText,
      {
        registry,
        facts,
        evidence: index,
        sources: listSourcesAt(facts.sourceVersions, moment.revision),
        events: listEventsAt(facts.events, moment.revision),
        asOf: moment.asOf,
      },
      [],
    ),
  );
  const runs = size > 5_000 ? 5 : 25;
  // Each one continues the one before, as writes do.
  let [known, evidence, shown] = [facts, index, registry];
  const add = () => {
    const mark = markFacts(known);
    known = addFacts(known, addOneClaim(known));
    evidence = continueIndex(evidence, mark, known);
    const next = { ...moment, revision: known.revision };
    const touched = listTouchedZones(mark, known);
    shown = continueRegistry(shown, { facts: known, evidence }, next, touched);
  };
  // A query of its own each time, as each press on a filter makes one: the answer to the same one is kept.
  const answerQuery = () => buildAnswer(rows, { ...query }, COMPILED_ON);
  return {
    size,
    claims: facts.claims.length,
    index: measureMs(() => indexEvidence(facts), runs),
    resolve: measureMs(() => buildRegistry(facts, index, moment), runs),
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

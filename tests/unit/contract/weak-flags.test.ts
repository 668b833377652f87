import { expect, it } from "vitest";
import { TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { zoneAnswer } from "@/lib/contract/zone-answer";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import { buildRegistry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { countRowSupport, isWeakClaim } from "@/lib/evidence/support";
import { evidenceColumns, listShownValues } from "@/lib/formats/evidence-columns";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { INDICATORS } from "@/lib/readiness/indicators";
import { getScoreBounds } from "@/lib/readiness/readiness";
import { englishText } from "@/lib/text/english-text";
import { seedFacts } from "@/tests/support/seed-facts";

const facts = await seedFacts(2);
const evidence = indexEvidence(facts);

it.each(["2018-06-30", "2021-06-30", "2024-06-30", "2026-11-25"])(
  "API, files, counts and score have the same weak values as of %s",
  (asOf) => {
    const moment = { asOf, revision: 2 };
    const { zones } = buildRegistry(facts, evidence, moment);
    const weakColumn = evidenceColumns(englishText, {
      ledger: { facts, evidence },
      moment,
    }).find(({ key }) => key === "weak");
    let found = 0;
    for (const zone of zones) {
      const weak = ZONE_FIELD_KEYS.filter((key) => zone.support[key]?.weak);
      found += weak.length;
      const row = buildRow(zone);
      const answer = zoneAnswer(zone, DEFAULT_QUERY.weights);
      const inFile = [...listShownValues({ zones: [zone], fields: ZONE_FIELD_KEYS })]
        .filter((shown) => shown.tenancy === null && weakColumn?.cell(shown) === true)
        .map(({ field }) => field);
      expect(row.weak, zone.slug).toEqual(weak);
      expect(ZONE_FIELD_KEYS.filter((key) => answer.fields[key].weak)).toEqual(weak);
      expect(inFile).toEqual(weak);
      expect(answer.support.weak).toBe(countRowSupport([row]).weak);
      // A known value of which the score does not know is weak.
      for (const key of INDICATORS) {
        const bounds = getScoreBounds(row, key);
        const isKnown = bounds === "not-applicable" || bounds.known || row.values[key] === null;
        expect(isKnown || weak.includes(key), key).toBe(true);
      }
      for (const { tenancy, fields } of zone.tenancies) {
        for (const key of TENANCY_FIELD_KEYS) {
          const { evidence: displayed, value } = fields[key];
          const isWeak =
            displayed !== null &&
            value !== null &&
            isWeakClaim(key, displayed, fields[key], 2, null);
          expect(fields[key].support?.weak ?? false, `${tenancy.id} ${key}`).toBe(isWeak);
        }
      }
    }
    expect(found).toBeGreaterThan(5);
  },
);

import { listMeta } from "@/lib/contract/meta";
import { indexEvidence, type Ledger } from "@/lib/evidence/evidence-index";
import { listRecordsBy } from "@/lib/evidence/facts-at";
import { buildRegistry, type Registry } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { EXPORTED_FIELDS, listColumns } from "@/lib/formats/columns";
import { fileNotes } from "@/lib/formats/file-notes";
import type { Workbook } from "@/lib/formats/xlsx";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { COMPILED_ON, seedFacts } from "./seed-facts";

interface SeedDay {
  readonly ledger: Ledger;
  readonly registry: Registry;
}

let day: Promise<SeedDay> | null = null;

/** The ledger of the data set, and its registry on the day on which it was compiled. It is made once. */
export function seedDay(): Promise<SeedDay> {
  day ??= makeSeedDay();
  return day;
}

async function makeSeedDay(): Promise<SeedDay> {
  const facts = await seedFacts();
  const ledger = { facts, evidence: indexEvidence(facts) };
  const moment = { asOf: COMPILED_ON, revision: 1 };
  return { ledger, registry: buildRegistry(facts, ledger.evidence, moment) };
}

/** The content of an XLSX file with all zones of the data set. */
export async function seedWorkbook(): Promise<Workbook> {
  const { ledger, registry } = await seedDay();
  const query = { ...DEFAULT_QUERY, scope: "all" } as const;
  const { rows, total } = select(registry.zones.map(buildRow), query, COMPILED_ON);
  return {
    rows,
    columns: listColumns(englishText),
    evidenced: {
      zones: registry.zones,
      fields: EXPORTED_FIELDS,
      ledger,
      moment: registry,
      events: listRecordsBy(ledger.facts, registry).events,
    },
    notes: fileNotes(
      englishText,
      query,
      listMeta(registry, rows.length, total),
      "https://x.test/zones.xlsx",
    ),
    madeAt: new Date("2026-11-24T09:00:00Z"),
  };
}

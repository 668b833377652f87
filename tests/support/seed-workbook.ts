import { listMeta } from "@/lib/contract/meta";
import { buildRegistry, indexEvidence } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { listSourcesAt } from "@/lib/evidence/source-versions";
import { EXPORTED_FIELDS, listColumns } from "@/lib/formats/columns";
import { fileNotes } from "@/lib/formats/file-notes";
import { listSourceUses, type Workbook } from "@/lib/formats/xlsx";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { select } from "@/lib/query/select";
import { englishText } from "@/lib/text/english-text";
import { COMPILED_ON, seedFacts } from "./seed-facts";

/** The content of an XLSX file with all zones of the data set. */
export async function seedWorkbook(): Promise<Workbook> {
  const facts = await seedFacts();
  const moment = { asOf: COMPILED_ON, revision: 1 };
  const registry = buildRegistry(facts, indexEvidence(facts), moment);
  const query = { ...DEFAULT_QUERY, scope: "all" } as const;
  const { rows, total } = select(registry.zones.map(buildRow), query, COMPILED_ON);
  return {
    rows,
    columns: listColumns(englishText),
    sources: listSourceUses(
      registry.zones,
      EXPORTED_FIELDS,
      listSourcesAt(facts.sourceVersions, moment.revision),
    ),
    notes: fileNotes(
      englishText,
      query,
      listMeta(registry, rows.length, total),
      "https://x.test/zones.xlsx",
    ),
    madeAt: new Date("2026-11-24T09:00:00Z"),
  };
}

import type { Ledger, Registry } from "@/lib/evidence/registry";
import type { Workbook } from "@/lib/formats/xlsx";
import { seedDay, seedWorkbook } from "@/tests/support/seed-workbook";

/** What every format is made of. */
export interface Book extends Workbook {
  readonly ledger: Ledger;
  readonly registry: Registry;
}

/** The real zones over and over, each with a slug and a name of its own; firms and claims are on the first of each alone. */
export async function makeBook(size: number): Promise<Book> {
  const real = await seedWorkbook();
  const { ledger, registry } = await seedDay();
  const rows = Array.from({ length: size }, (_, i) => {
    const row = real.rows[i % real.rows.length];
    if (!row) throw new Error("The data set holds no zones");
    return { ...row, slug: `${row.slug}-${i}`, values: { ...row.values, name: `Zone ${i}` } };
  });
  const zones = Array.from({ length: size }, (_, i) => {
    const zone = registry.zones[i % registry.zones.length];
    if (!zone) throw new Error("The data set holds no zones");
    return i < registry.zones.length
      ? zone
      : { ...zone, slug: `${zone.slug}-${i}`, tenancies: [] };
  });
  return {
    ...real,
    rows,
    ledger,
    registry: { ...registry, zones },
    evidenced: { ...real.evidenced, zones },
  };
}

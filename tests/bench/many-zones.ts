import type { Ledger } from "@/lib/evidence/evidence-index";
import type { Registry, ZoneRecord } from "@/lib/evidence/registry";
import type { Workbook } from "@/lib/formats/xlsx";
import { seedDay, seedWorkbook } from "@/tests/support/seed-workbook";

/** What every format is made of. */
export interface Book extends Workbook {
  readonly ledger: Ledger;
  readonly registry: Registry;
}

/** Displayed values of a zone, about: each is a row of the tables of evidence. */
const VALUES_PER_ZONE = 25;

/**
 * The real zones over and over, each with a slug and a name of its own: as many rows of zones as asked for, and about as many
 * rows of evidence. Firms and claims are those of the real zones.
 */
export async function makeBook(size: number): Promise<Book> {
  const real = await seedWorkbook();
  const { ledger, registry } = await seedDay();
  const rows = listCopies(real.rows, size).map((row, i) => ({
    ...row,
    values: { ...row.values, name: `Zone ${i}` },
  }));
  const copies = listCopies(registry.zones, Math.ceil(size / VALUES_PER_ZONE));
  const zones = copies.map((zone): ZoneRecord => ({ ...zone, tenancies: [] }));
  zones.splice(0, registry.zones.length, ...registry.zones.slice(0, zones.length));
  return {
    ...real,
    ...{ rows, ledger, registry: { ...registry, zones } },
    evidenced: { ...real.evidenced, zones },
  };
}

function listCopies<T extends { readonly slug: string }>(real: readonly T[], size: number): T[] {
  return Array.from({ length: size }, (_, i) => {
    const one = real[i % real.length];
    if (!one) throw new Error("The data set holds no zones");
    return { ...one, slug: `${one.slug}-${i}` };
  });
}

import { LedgerEntryView } from "@/components/evidence/ledger-entry";
import { Section } from "@/components/layout/section";
import { countLedger, listTenancyEntries } from "@/lib/evidence/ledger-entries";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { FirmView } from "@/lib/firms/firm-view";
import { toSearch } from "@/lib/query/search-string";

/** Everything that is claimed of a firm, zone by zone and field by field, with what contradicts it. */
export function FirmLedger({ view }: { view: FirmView }) {
  const { firms, moment } = view;
  const several = firms.length > 1;
  const books = firms.map(({ zone, record }) => {
    const name = shortZoneName(zone.values.name ?? zone.slug);
    return {
      id: record.tenancy.id,
      slug: zone.slug,
      name,
      entries: listTenancyEntries(record, several ? name : null),
    };
  });
  const { claims, contested, settled, unknown } = countLedger(
    books.flatMap(({ entries }) => entries),
  );
  return (
    <Section
      id="ledger"
      title="The ledger"
      note={`${claims} ${claims === 1 ? "claim" : "claims"}; of the fields, ${contested} contested, ${settled} settled, ${unknown} unknown`}
    >
      {books.map(({ id, slug, name, entries }) => (
        <section key={id} aria-label={`Claims on it in ${name}`} className="mb-6">
          <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 border-line-2 border-b pb-1 font-serif text-15">
            In {name}
            <a
              className="link font-normal font-sans text-12"
              href={`/zones/${slug}/ledger${toSearch(moment)}`}
            >
              All claims on the zone and its firms
            </a>
          </h3>
          {entries.map((entry) => (
            <LedgerEntryView key={entry.field} entry={entry} view={view} />
          ))}
        </section>
      ))}
    </Section>
  );
}

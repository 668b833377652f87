import { EvidenceLine } from "@/components/evidence/evidence-line";
import { SourceReference } from "@/components/evidence/source-reference";
import { fieldSpec } from "@/lib/catalogue/fields";
import { DEPENDENCE_FIELDS, type DependenceField, getGrade } from "@/lib/dependence/dependence";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import type { Source } from "@/lib/evidence/ledger-records";
import { getClaimDate, getLedgerAnchor } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import type { PlacedFirm } from "@/lib/firms/firms";
import { valueMeaning, valueWords } from "@/lib/text/value-words";
import type { Day } from "@/lib/time/day";

/** Props of what stands behind the levels. */
export interface BehindSectionProps {
  rows: readonly DependenceRow[];
  /** The Chinese-owned firms of these zones. */
  firms: readonly PlacedFirm[];
  sources: ReadonlyMap<string, Source>;
  /** The day looked at. */
  asOf: Day;
  moment: string;
}

/** For each zone of which anything is known: the claims behind its levels, and its Chinese-owned firms. */
export function BehindSection(props: BehindSectionProps) {
  const { rows, firms } = props;
  const listFirms = (slug: string) => firms.filter(({ zone }) => zone.slug === slug);
  const told = rows.filter(({ known, zone }) => known > 0 || listFirms(zone.slug).length > 0);
  return (
    <section id="behind" aria-labelledby="behind-title" className="mt-10 scroll-mt-4">
      <h2 id="behind-title" className="font-serif text-21">
        The firms and claims behind it
      </h2>
      <p className="mb-2 max-w-[72ch] text-ink-2">
        {told.length === 0
          ? "Nothing: no level is evidenced in these zones, and no firm in them is shown to be Chinese-owned."
          : "Zones with a level or a Chinese-owned firm. Of all others nothing is known here."}
      </p>
      {told.map((row) => (
        <ZoneBehind key={row.zone.slug} {...props} row={row} firms={listFirms(row.zone.slug)} />
      ))}
    </section>
  );
}

function ZoneBehind(props: Omit<BehindSectionProps, "rows"> & { row: DependenceRow }) {
  const { row, firms, moment } = props;
  const { zone, name, known, candidate } = row;
  const fields = DEPENDENCE_FIELDS.filter((field) => zone.values[field] !== null);
  return (
    <details className="border-line border-t" open={known > 0}>
      <summary className="min-h-8 cursor-pointer py-1.5">
        <b className="font-semibold">{name}</b>
        {candidate ? (
          <span className="text-ink-3"> (candidate, approval not evidenced)</span>
        ) : null}
        <span className="text-ink-2">
          {` · ${known} of ${DEPENDENCE_FIELDS.length} levels known · ${firms.length} Chinese-owned ${firms.length === 1 ? "firm" : "firms"}`}
        </span>
      </summary>
      <div className="grid gap-x-8 gap-y-3 pb-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <dl className="grid gap-2">
          {fields.map((field) => (
            <Level key={field} {...props} field={field} />
          ))}
          {fields.length === 0 ? (
            <div>
              <dt className="sr-only">Levels</dt>
              <dd className="unknown">No evidence on any dimension.</dd>
            </div>
          ) : null}
        </dl>
        <ul className="grid content-start gap-1">
          {firms.map(({ id, record }) => (
            <li key={record.tenancy.id}>
              <a className="link inline-block min-h-6" href={firmPath(id, moment)}>
                {record.tenancy.firm}
              </a>
              <span className="text-ink-2">
                {`, ${valueWords("tenancyStage", record.values.tenancyStage).toLowerCase()}`}
              </span>
            </li>
          ))}
          {firms.length === 0 ? (
            <li className="text-ink-2">No firm shown to be Chinese-owned.</li>
          ) : null}
        </ul>
      </div>
    </details>
  );
}

function Level(
  props: Omit<BehindSectionProps, "rows"> & { row: DependenceRow; field: DependenceField },
) {
  const { row, field, sources, asOf, moment } = props;
  const { value, evidence, mark } = row.zone.fields[field];
  if (evidence === null) return null;
  const { claim } = evidence;
  const dated = getClaimDate(evidence, asOf);
  return (
    <div className="min-w-0 break-words">
      <dt>
        <a
          className="link font-medium"
          href={`/zones/${row.zone.slug}${moment}#${getLedgerAnchor(field)}`}
        >
          {fieldSpec(field).label}: {valueWords(field, value).toLowerCase()}
        </a>{" "}
        <span className="text-12 text-ink-3">
          {getGrade(row.zone.fields[field])} evidence: {claim.origin}, {claim.confidence} confidence
        </span>
      </dt>
      <dd>
        {valueMeaning(field, value)}.{claim.note === null ? null : ` ${claim.note}`}{" "}
        <span className="text-12">
          <SourceReference id={claim.sourceId} source={sources.get(claim.sourceId)} />
        </span>{" "}
        <EvidenceLine date={dated.date} ageDays={dated.ageDays} mark={mark} />
      </dd>
    </div>
  );
}

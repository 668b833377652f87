import { ValueDate } from "@/components/evidence/field-value";
import { StatusMark } from "@/components/evidence/status-mark";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import type { Utility } from "@/lib/gaps/gaps";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { valueWords } from "@/lib/text/value-words";
import type { Day } from "@/lib/time/day";
import { GapBar, GapScale } from "./gap-bar";

/** Props of the zones of which any quantity is known. */
export interface GapTableProps {
  utility: Utility;
  /** In their order. */
  zones: readonly ZoneRecord[];
  /** The length of a full bar, in the utility's unit. */
  full: number;
  asOf: Day;
  /** The moment as the address asks for it. */
  moment: readonly (readonly [string, string])[];
}

/** Needed, sanctioned and delivered of each zone: on one scale as lengths, and each figure with its date and the way to its evidence. */
export function GapTable({ utility, zones, full, asOf, moment }: GapTableProps) {
  return (
    <ScrollRegion label={`${utility.indicator}: needed against delivered, by zone`}>
      <table className="w-full min-w-[46rem]">
        <thead>
          <tr className="border-ink border-b text-12 text-ink-2">
            <th scope="col" className="w-52 py-1 pr-3 font-medium">
              Zone
            </th>
            <td className="py-1 pr-6">
              <GapScale full={full} unit={utility.unit} />
            </td>
            {utility.stages.map(({ field, label }) => (
              <th key={field} scope="col" className="w-34 py-1 pr-2 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.slug} className="border-line border-b align-top">
              <th scope="row" className="py-1.5 pr-3 font-normal">
                <ZoneName zone={zone} search={toSearch(moment)} />
              </th>
              <td className="py-2 pr-6">
                <GapBar utility={utility} values={zone.values} full={full} />
              </td>
              {utility.stages.map(({ field }) => (
                <td key={field} className="py-1.5 pr-2">
                  <Quantity zone={zone} field={field} asOf={asOf} search={toSearch(moment)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ZoneName({ zone: { slug, values }, search }: { zone: ZoneRecord; search: string }) {
  const candidate = isCandidate(values);
  return (
    <>
      <span className="flex items-start gap-1.5">
        <StatusMark status={values.status} candidate={candidate} className="mt-0.5" />
        <a className="font-semibold hover:underline" href={`/zones/${slug}${search}#delivery`}>
          {shortZoneName(values.name ?? slug)}
        </a>
      </span>
      {candidate ? (
        <span className="block text-11 text-ink-3">candidate, approval not evidenced</span>
      ) : null}
    </>
  );
}

function Quantity({
  zone: { slug, fields, values },
  field,
  asOf,
  search,
}: {
  zone: ZoneRecord;
  field: ZoneFieldKey;
  asOf: Day;
  search: string;
}) {
  const resolution = fields[field];
  const { value } = resolution;
  return (
    <>
      <a
        className={value === null ? "evidence-link unknown" : "evidence-link tabular font-medium"}
        href={`/zones/${slug}${search}#${getLedgerAnchor(field)}`}
      >
        {value === null ? "Unknown" : valueWords(field, value)}
        <span className="sr-only">{`, ${shortZoneName(values.name ?? slug)}`}</span>
      </a>
      <ValueDate resolution={resolution} asOf={asOf} className="block" />
    </>
  );
}

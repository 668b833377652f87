import { Anchor } from "@/components/layout/link";
import { TextTable } from "@/components/layout/term-table";
import {
  type CoverageCell,
  countCoverage,
  getCoverage,
  listCoverage,
  STATE_FIELDS,
} from "@/lib/coverage/coverage";
import { getSearchedTo } from "@/lib/evidence/age";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { zoneName } from "@/lib/evidence/zone-name";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";
import { type Day, firstDay } from "@/lib/time/day";

/** For how many zones each fact about their state is known, and how much of it has one publisher. */
export function FieldShares({ zones }: { zones: readonly ZoneRecord[] }) {
  const text = useText();
  const { t } = text;
  return (
    <section aria-labelledby="fields" className="mb-12">
      <h2 id="fields" className="mb-1 font-serif text-21">
        {t("coverage.fields.title")}
      </h2>
      <p className="mb-3 max-w-[80ch] text-ink-2">
        {t("coverage.fields.lead", { zones: zones.length })}
      </p>
      <TextTable
        labelledBy="fields"
        heads={[
          { title: t("coverage.fields.field"), className: "max-sm:w-[33%]" },
          { title: t("coverage.fields.known"), className: "max-sm:w-[19%]" },
          { title: t("coverage.fields.single"), className: "max-sm:w-[26%]" },
          { title: t("coverage.fields.newest") },
        ]}
      >
        {STATE_FIELDS.map((field) => {
          const cells = zones.map((zone) => getCoverage(zone, field));
          return <ShareRow key={field} label={text.fieldLabel(field)} cells={cells} />;
        })}
      </TextTable>
    </section>
  );
}

interface ZoneSharesProps {
  zones: readonly ZoneRecord[];
  /** The parameters of the moment, for links. */
  moment: readonly (readonly [string, string])[];
  asOf: Day;
}

/** How much of the state of each zone is known, and to when evidence on it was searched. */
export function ZoneShares({ zones, moment, asOf }: ZoneSharesProps) {
  const text = useText();
  const { t } = text;
  return (
    <section aria-labelledby="zones" className="mb-12">
      <h2 id="zones" className="mb-3 font-serif text-21">
        {t("coverage.zones.title")}
      </h2>
      <TextTable
        labelledBy="zones"
        heads={[
          { title: t("coverage.zones.zone"), className: "max-sm:w-[33%]" },
          {
            title: t("coverage.zones.known", { all: STATE_FIELDS.length }),
            className: "max-sm:w-[19%]",
          },
          { title: t("coverage.zones.single"), className: "max-sm:w-[26%]" },
          { title: t("coverage.zones.newest") },
          { title: t("coverage.zones.searched"), className: "max-sm:hidden" },
        ]}
      >
        {zones.map((zone) => {
          const searched = getSearchedTo(zone.values, asOf);
          return (
            <ShareRow
              key={zone.slug}
              label={zoneName(zone)}
              href={`/zones/${zone.slug}/ledger${toSearch([...moment])}`}
              cells={[...listCoverage([zone], STATE_FIELDS)]}
              searched={searched === null ? t("coverage.never") : text.day(searched)}
            />
          );
        })}
      </TextTable>
    </section>
  );
}

interface ShareRowProps {
  label: string;
  href?: string;
  cells: readonly CoverageCell[];
  searched?: string;
}

function ShareRow({ label, href, cells, searched }: ShareRowProps) {
  const text = useText();
  const { all, known, single } = countCoverage(cells);
  const newest = cells.reduce<string | null>(
    (last, { date }) =>
      date !== null && (last === null || firstDay(date) > firstDay(last)) ? date : last,
    null,
  );
  return (
    <tr>
      <th scope="row" className="text-start font-normal">
        {href === undefined ? (
          label
        ) : (
          <Anchor className="link inline-flex min-h-6 items-center" href={href}>
            {label}
          </Anchor>
        )}
      </th>
      <td className="tabular">{href === undefined ? `${known} / ${all}` : known}</td>
      <td className="tabular">{known === 0 ? "" : text.percent(single / known)}</td>
      <td className="tabular">
        {newest === null ? (
          <span className="unknown">{text.t("common.unknown")}</span>
        ) : (
          text.partialDate(newest)
        )}
      </td>
      {searched === undefined ? null : <td className="tabular max-sm:hidden">{searched}</td>}
    </tr>
  );
}

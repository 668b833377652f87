import type { ReactNode } from "react";
import { ReadinessCell } from "@/components/charts/readiness-band";
import { CountLines, type LinkedCount } from "@/components/evidence/count-lines";
import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { StandingMark } from "@/components/evidence/standing-mark";
import { SupportKey } from "@/components/evidence/support-key";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { markZones } from "@/components/map/locator-map";
import { PageLocator } from "@/components/map/page-locator";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import { SameZones } from "@/components/query-bar/same-zones";
import { cx } from "@/components/ui/cx";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { PROVINCE_BOXES } from "@/lib/catalogue/territory";
import type { VocabularyValue } from "@/lib/catalogue/vocabularies";
import { provincePath } from "@/lib/evidence/addresses";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { getTablePage, type ListParams } from "@/lib/query/list-page";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { fromSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { describeProvince } from "@/lib/text/page-summaries";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

/** A zone of the province with its row in the query's order. */
interface ProvinceZone {
  readonly zone: ZoneRecord;
  readonly row: RankedRow;
}

interface TitledCounts {
  readonly title: string;
  readonly lines: readonly LinkedCount[];
}

/** From so many zones on charts count them; fewer are read from the table. */
const CHARTED = 3;

interface ProvincePageProps {
  province: VocabularyValue<"province">;
  zones: readonly ProvinceZone[];
  /** The page of the zones. */
  page: ListParams["page"];
  /** The query that has these zones: the same page, explorer and files answer it. */
  query: Query;
  asOf: Day;
  revision: number;
  /** The date and revision as part of an address, with the question mark. */
  moment: string;
  /** By subject, each with what it shows as title. */
  counts: Readonly<Record<"standing" | "legalStatus" | "readiness", TitledCounts>>;
}

/** One province or territory: how its zones stand, the zones themselves, and how many have come how far. */
export function ProvincePage(props: ProvincePageProps) {
  const { province, zones, page, query, asOf, moment, counts } = props;
  const text = useText();
  const list = getTablePage(zones, page);
  const pages = { list, path: provincePath(province), kept: fromSearch(moment) };
  const { t } = text;
  const name = text.termLabel("province", province);
  return (
    <>
      <div className="mb-8 grid gap-x-12 gap-y-4 md:grid-cols-[minmax(0,1fr)_15rem] print:grid-cols-[minmax(0,1fr)_10rem]">
        <div className="min-w-0">
          <PageTitle
            title={t("provinces.meta.title", { province: name })}
            lead={describeProvince(
              text,
              province,
              zones.map(({ zone }) => zone),
              asOf,
            )}
          />
          <SameZones query={query} path={provincePath(province)} />
          {zones.length < CHARTED ? null : (
            <div className="mt-6 grid grid-cols-[repeat(auto-fit,minmax(min(100%,17rem),1fr))] gap-x-10 gap-y-6 *:min-w-0 print:grid-cols-3">
              <Counts id="standing" {...counts.standing} of={zones.length} />
              <Counts
                id="legal-status"
                {...counts.legalStatus}
                note={t("provinces.ladder.note")}
                of={zones.length}
              />
              <Counts
                id="readiness"
                {...counts.readiness}
                note={t("provinces.readiness.note")}
                of={zones.length}
              />
            </div>
          )}
        </div>
        <figure className="gap-x-4 max-md:grid max-md:grid-cols-[minmax(0,15rem)_minmax(7rem,1fr)]">
          <PageLocator
            label={t("map.province", { province: name, count: list.items.length })}
            markers={markZones(list.items.map(({ zone }) => zone))}
            box={PROVINCE_BOXES[province]}
          />
          <figcaption className="meta mt-1">
            {t.rich("provinces.map", {
              definition: text.termDefinition("province", province) ?? "",
              boundaries: (words) => (
                <Anchor className="link" href="/method#boundaries">
                  {words}
                </Anchor>
              ),
            })}
          </figcaption>
        </figure>
      </div>
      {zones.length === 0 ? null : (
        <Section
          id="zones"
          title={t("provinces.list.title")}
          note={zones.length < CHARTED ? undefined : t("provinces.list.note")}
        >
          <ListRange {...pages} file={exportAddress(EXPORT_FORMATS[0], query, [])} />
          <ZoneTable {...props} zones={list.items} name={name} />
          <SupportKey />
          <ListPageLinks {...pages} label={t("provinces.list.title")} />
        </Section>
      )}
    </>
  );
}

interface CountsProps extends TitledCounts {
  id: string;
  note?: ReactNode;
  of: number;
}

function Counts({ id, title, note, lines, of }: CountsProps) {
  return (
    <Section id={id} title={title} note={note}>
      <CountLines of={of} lines={lines} />
    </Section>
  );
}

/** The columns of the table, that by which it is sorted first: on a phone the others have to be scrolled to. */
const COLUMNS = [
  "status",
  "readiness",
  "legalStatus",
  "electricity",
  "enterprisesProducing",
] as const satisfies readonly (ZoneFieldKey | "readiness")[];

/** The zones in the query's order, each value with its date and support, which lead to its evidence. */
function ZoneTable({ zones, asOf, revision, moment, name }: ProvincePageProps & { name: string }) {
  const text = useText();
  const { t } = text;
  return (
    <ScrollRegion label={t("provinces.list.caption", { province: name })}>
      <table className="w-full min-w-[56rem] table-fixed">
        <caption className="sr-only">{t("provinces.list.caption", { province: name })}</caption>
        <thead>
          <tr className="border-line-2 border-b text-12 text-ink-3">
            <th scope="col" className="w-[20%] py-1 pe-3 font-medium">
              {t("provinces.list.zone")}
            </th>
            {COLUMNS.map((column) =>
              column === "readiness" ? (
                <th
                  key={column}
                  scope="col"
                  className="w-[16%] py-1 pe-6 font-medium print:w-[20%] print:pe-3"
                >
                  {t("provinces.readiness.title")}
                </th>
              ) : (
                <th
                  key={column}
                  scope="col"
                  className={cx(
                    "py-1 pe-3 font-medium",
                    column === "status" && "w-[19%] print:w-auto",
                  )}
                >
                  {text.fieldLabel(column)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {zones.map(({ zone, row }) => {
            const { slug, fields, values } = zone;
            const page = `/zones/${slug}${moment}`;
            const candidate = isCandidate(values);
            return (
              <tr key={slug} className="border-line border-b align-top">
                <th scope="row" className="py-1.5 pe-3">
                  <span className="flex items-start gap-1.5">
                    <StandingMark
                      standing={row.progress.standing}
                      candidate={candidate}
                      className="mt-1"
                    />
                    <Anchor className="link min-h-6 font-semibold" href={page}>
                      {shortZoneName(zone)}
                    </Anchor>
                  </span>
                  {candidate ? (
                    <span className="block ps-5 font-normal text-12 text-ink-3">
                      {t("common.approval.candidateInFull")}
                    </span>
                  ) : null}
                </th>
                {COLUMNS.map((column) =>
                  column === "readiness" ? (
                    <td key={column} className="py-1.5 pe-6 print:pe-3">
                      <ReadinessCell value={row.readiness} candidate={candidate} />
                    </td>
                  ) : (
                    <td key={column} className="py-1.5 pe-3">
                      <FieldValueView field={column} page={page} resolution={fields[column]} />
                      <ValueDate
                        resolution={fields[column]}
                        asOf={asOf}
                        revision={revision}
                        className="block"
                      />
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { CitePanel, type DataFile, ExportPanel } from "@/components/evidence/cite-and-export";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { EvidenceLink, FieldValueView } from "@/components/evidence/field-value";
import { StatusMark } from "@/components/evidence/status-mark";
import { SupportDots } from "@/components/evidence/support-mark";
import { PrintButton, ShareButton } from "@/components/layout/page-actions";
import { Term } from "@/components/layout/term-link";
import { describePlacing, LocatorMap } from "@/components/map/locator-map";
import { buttonClass } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { zoneEmbedPath } from "@/lib/contract/embeds";
import { getSearchedTo } from "@/lib/evidence/age";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { buildRow } from "@/lib/evidence/row";
import { countRowSupport } from "@/lib/evidence/support";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { type Cited, longCitation, permalinkPath } from "@/lib/text/citation";
import { getNewestEvidence, listEvidence, summarizeEvidence } from "@/lib/text/evidence-summary";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { answerOperating, describeBackground } from "@/lib/text/zone-summary";
import type { Day } from "@/lib/time/day";

interface ZoneHeadProps {
  view: ZoneView;
  cited: Cited;
}

/** Name, place and summary of the zone, its evidence in figures, and the actions of the page. */
export function ZoneHead({ view, cited }: ZoneHeadProps) {
  const text = useText();
  const { t } = text;
  const { zone, sources } = view;
  const { fields, values } = zone;
  const candidate = isCandidate(values);
  return (
    <div className="mb-8 grid gap-x-12 gap-y-6 md:grid-cols-[minmax(0,1fr)_13.75rem]">
      <div className="min-w-0">
        <Breadcrumb province={values.province} />
        <h1 className="page-title">{cited.name}</h1>
        {candidate || values.cohort === "unconfirmed" ? (
          <p className="mt-2 inline-flex items-center gap-1.5 rounded-1 border border-ink-3 border-dashed px-2 py-0.5 font-medium">
            <StatusMark status={null} candidate />
            <EvidenceLink field="cohort">
              {candidate ? t("zones.head.candidate") : t("zones.head.unconfirmed")}
            </EvidenceLink>
          </p>
        ) : null}
        <IdentityLine view={view} />
        {values.aliases === null ? null : (
          <p className="mt-1 text-12 text-ink-3 leading-6">
            {t.rich("zones.head.aliases", {
              value: () => <FieldValueView field="aliases" resolution={fields.aliases} />,
            })}
          </p>
        )}
        <p className="mt-4 max-w-[58rem] text-pretty font-serif text-17 sm:text-[1.1875rem] sm:leading-7">
          <b>{t("zones.operating.question")}</b> {answerOperating(text, view)}
        </p>
        <p className="mt-1.5 max-w-[58rem] text-pretty text-ink-2">
          {describeBackground(text, zone)}
        </p>
        <div className="no-print mt-5 flex flex-wrap items-center gap-2">
          <CitePanel cited={cited} />
          <ShareButton path={permalinkPath(cited)} />
          <ExportPanel
            label={t("zones.head.export")}
            files={listZoneFiles(text, { ...cited, slug: zone.slug })}
          />
          <EmbedPanel
            origin={cited.origin}
            title={cited.name}
            embeds={[{ kind: "zone", path: zoneEmbedPath(zone.slug, view.moment) }]}
          />
          <PrintButton />
          <a
            className={buttonClass()}
            href={`/compare${toSearch([["zones", zone.slug], ...view.moment])}`}
          >
            <PlusIcon />
            {t("zones.head.compare")}
          </a>
        </div>
        <p className="mt-3 text-12 text-ink-3">
          {summarizeEvidence(
            text,
            listEvidence(zone),
            sources,
            getNewestEvidence(zone),
            getSearchedTo(values, view.asOf),
          )}
        </p>
        <SupportShare zone={zone} />
        <p className="mt-2 hidden break-words text-12 text-ink-2 print:block">
          {longCitation(text, cited)}
        </p>
      </div>
      <figure className="max-md:max-w-55">
        <LocatorMap
          label={t("map.locator", {
            name: cited.name,
            place: describePlacing(text, values.location, values.locationPrecision),
          })}
          markers={
            values.location === null
              ? []
              : [{ slug: zone.slug, at: values.location, status: values.status, candidate }]
          }
        />
        <figcaption className="meta mt-1">
          {t.rich(
            `zones.head.placed.${values.location === null ? "none" : (values.locationPrecision ?? "unknown")}`,
            {
              value: (words) => <EvidenceLink field="location">{words}</EvidenceLink>,
              boundaries: (words) => (
                <a className="link" href="/method#boundaries">
                  {words}
                </a>
              ),
            },
          )}
        </figcaption>
      </figure>
    </div>
  );
}

/** "7 of 31 known facts independently confirmed", with the mark of each kind of support. */
function SupportShare({ zone }: { zone: ZoneRecord }) {
  const { t, number } = useText();
  const { known, independent, corroborated, single, weak } = countRowSupport([buildRow(zone)]);
  return (
    <p className="mt-1 text-12 text-ink-3">
      {known === 0
        ? t("zones.support.none")
        : t.rich("zones.support.share", {
            known,
            independent: number(independent),
            corroborated: number(corroborated),
            single: number(single),
            weak,
            term: (words) => <Term of="support">{words}</Term>,
            weakTerm: (words) => <Term of="weakEvidence">{words}</Term>,
            b: (words) => <b>{words}</b>,
            three: (words) => <Marked filled={3}>{words}</Marked>,
            two: (words) => <Marked filled={2}>{words}</Marked>,
            one: (words) => <Marked filled={1}>{words}</Marked>,
            zero: (words) => <Marked filled={0}>{words}</Marked>,
          })}
    </p>
  );
}

/** Words with the mark that stands for them elsewhere on the page. */
function Marked({ filled, children }: { filled: number; children: ReactNode }) {
  return (
    <>
      {children} <SupportDots filled={filled} />
    </>
  );
}

function Breadcrumb({ province }: { province: string | null }) {
  const { t, termLabel } = useText();
  return (
    <nav aria-label={t("layout.breadcrumb")} className="no-print mb-2.5 text-12 text-ink-3">
      <Link className="hover:text-ink hover:underline" href="/">
        {t("zones.path.zones")}
      </Link>
      {province === null ? null : (
        <>
          {" / "}
          <a className="hover:text-ink hover:underline" href={`/?scope=all&province=${province}`}>
            {termLabel("province", province)}
          </a>
        </>
      )}
    </nav>
  );
}

/** Place, area, kind, developer and place in CPEC in one line; unknown parts say so. */
function IdentityLine({ view }: { view: ZoneView }) {
  const { t } = useText();
  const { fields, values } = view.zone;
  const value = (
    field: "district" | "province" | "areaAcres" | "zoneType" | "developer",
    unknown: string,
  ): ReactNode => <FieldValueView field={field} resolution={fields[field]} unknown={unknown} />;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 text-ink-2 leading-6">
      <li>
        {value("district", t("zones.head.districtUnknown"))},{" "}
        {value("province", t("zones.head.provinceUnknown"))}
      </li>
      <li>{value("areaAcres", t("zones.head.areaUnknown"))}</li>
      <li>{value("zoneType", t("zones.head.kindUnknown"))}</li>
      <li>{value("developer", t("zones.head.developerUnknown"))}</li>
      <li>
        <EvidenceLink
          field="cpecStatus"
          className={values.cpecStatus === null ? "unknown" : undefined}
        >
          {t(`zones.head.cpec.${values.cpecStatus ?? "unknown"}`)}
        </EvidenceLink>
      </li>
    </ul>
  );
}

interface ZoneFilesInput {
  readonly slug: string;
  readonly asOf: Day;
  readonly knownOn: string;
}

/** The files and API answers with one zone, all pinned to the day and revision shown. */
export function listZoneFiles(
  { t }: Text,
  { slug, asOf, knownOn }: ZoneFilesInput,
): readonly DataFile[] {
  const moment = `asOf=${asOf}&knownOn=${knownOn}`;
  const answer = `/api/v1/zones/${slug}`;
  // Every scope, since a zone may lie outside the default one.
  const buildFile = (name: string, hint: string): DataFile => ({
    name,
    hint,
    href: `/api/v1/zones.${name.toLowerCase()}?zones=${slug}&scope=all&${moment}`,
    file: true,
  });
  return [
    buildFile("XLSX", t("zones.files.xlsx")),
    buildFile("CSV", t("zones.files.csv")),
    buildFile("GeoJSON", t("zones.files.geojson")),
    buildFile("NDJSON", t("zones.files.ndjson")),
    {
      name: t("zones.files.values"),
      hint: t("zones.files.valuesHint"),
      href: `${answer}?${moment}`,
      file: false,
    },
    {
      name: t("zones.files.evidence"),
      hint: t("zones.files.evidenceHint"),
      href: `${answer}/claims?${moment}`,
      file: false,
    },
    {
      name: t("zones.files.firms"),
      hint: t("zones.files.firmsHint"),
      href: `${answer}/tenancies?${moment}`,
      file: false,
    },
  ];
}

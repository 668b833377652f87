import type { ReactNode } from "react";
import { CitePanel, ExportPanel } from "@/components/evidence/cite-and-export";
import { EmbedPanel } from "@/components/evidence/embed-panel";
import { EvidenceLink, FieldValueView } from "@/components/evidence/field-value";
import type { DataFile } from "@/components/evidence/file-links";
import { StandingMark } from "@/components/evidence/standing-mark";
import { DeskLink } from "@/components/layout/desk-link";
import { Anchor } from "@/components/layout/link";
import { PrintButton, ShareButton } from "@/components/layout/page-actions";
import { markZones } from "@/components/map/locator-map";
import { PageLocator } from "@/components/map/page-locator";
import { describePlacing } from "@/components/map/placing";
import { buttonClass } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { Original } from "@/components/ui/original";
import { TRANSLATED_NAMES } from "@/lib/catalogue/fields";
import { zoneEmbedPath } from "@/lib/contract/embeds";
import { sheetPath } from "@/lib/evidence/addresses";
import { getSearchedTo } from "@/lib/evidence/age";
import type { Resolution } from "@/lib/evidence/resolve";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { type Cited, permalinkPath } from "@/lib/text/citation";
import { getNewestEvidence, listEvidence, summarizeEvidence } from "@/lib/text/evidence-summary";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { answerOperating } from "@/lib/text/zone-summary";
import type { Day } from "@/lib/time/day";
import { SummaryCard } from "./summary-card";

interface ZoneHeadProps {
  view: ZoneView;
  cited: Cited;
}

/** Name, answer and summary of the zone with a small map, its evidence in figures, and the actions of the page. */
export function ZoneHead({ view, cited }: ZoneHeadProps) {
  const text = useText();
  const { t } = text;
  const { zone, sources } = view;
  const { values } = zone;
  const candidate = isCandidate(values);
  return (
    <div className="mb-8 grid gap-x-10 gap-y-5 sm:grid-cols-[minmax(0,1fr)_12rem] lg:grid-cols-[minmax(0,1fr)_15rem] print:mb-4 print:grid-cols-[minmax(0,1fr)_10rem] print:gap-x-6 print:gap-y-2">
      <header className="min-w-0 sm:col-span-2 print:col-span-2">
        <ZoneTitle name={cited.name} latin={zone.fields.name.value} />
        {candidate || values.cohort === "unconfirmed" ? (
          <p className="mt-2 inline-flex items-center gap-1.5 rounded-1 border border-ink-3 border-dashed px-2 py-0.5 font-medium">
            <StandingMark standing="unknown" candidate />
            <EvidenceLink field="cohort">
              {candidate ? t("zones.head.candidate") : t("zones.head.unconfirmed")}
            </EvidenceLink>
          </p>
        ) : null}
        <p className="page-lead mt-3 sm:text-[1.1875rem] sm:leading-7">
          <b>{t("zones.operating.question")}</b> {answerOperating(text, view)}
        </p>
        <IdentityLine view={view} />
      </header>
      <SummaryCard view={view} />
      <figure className="max-sm:max-w-55">
        <PageLocator
          label={t("map.locator", {
            name: cited.name,
            place: describePlacing(text, values.location, values.locationPrecision),
          })}
          markers={markZones([zone])}
        />
        <figcaption className="meta mt-1">
          {t.rich(
            `zones.head.placed.${values.location === null ? "none" : (values.locationPrecision ?? "unknown")}`,
            {
              value: (words) => <EvidenceLink field="location">{words}</EvidenceLink>,
              boundaries: (words) => (
                <Anchor className="link" href="/method#boundaries">
                  {words}
                </Anchor>
              ),
            },
          )}
        </figcaption>
      </figure>
      <div className="min-w-0 sm:col-span-2 print:col-span-2">
        <div className="no-print flex flex-wrap items-center gap-2">
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
          <Anchor
            className={buttonClass()}
            href={`/compare${toSearch([["zones", zone.slug], ...view.moment])}`}
          >
            <PlusIcon />
            {t("zones.head.compare")}
          </Anchor>
          <DeskLink href={sheetPath(zone.slug)} label={t("zones.head.change")} />
        </div>
        <p className="mt-2 text-12 text-ink-3">
          {summarizeEvidence(
            text,
            listEvidence(zone),
            sources,
            getNewestEvidence(zone),
            getSearchedTo(values, view.asOf),
          )}
        </p>
      </div>
    </div>
  );
}

/** The name of the zone, with the one in Latin letters where that is another. */
function ZoneTitle({ name, latin }: { name: string; latin: Resolution["value"] }) {
  return (
    <h1 className="page-title">
      {name}
      {latin === null || latin === name ? null : (
        <>
          {" "}
          <span className="block text-ink-2 text-[0.6em]">
            <Original>{String(latin)}</Original>
          </span>
        </>
      )}
    </h1>
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
    <ul className="mt-2 flex flex-wrap gap-x-5 text-13 text-ink-2 leading-6">
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
      {fields.aliases.value === null ? null : (
        <li className="text-ink-3">
          {t.rich("zones.head.aliases", {
            value: () => <FieldValueView field="aliases" resolution={fields.aliases} />,
          })}
        </li>
      )}
      {TRANSLATED_NAMES.filter((field) => values[field] !== null).map((field) => (
        <li key={field} className="text-ink-3">
          {t.rich(`zones.head.${field}`, {
            ours: fields[field].evidence?.claim.origin === "inference" ? "yes" : "no",
            value: () => <FieldValueView field={field} resolution={fields[field]} />,
          })}
        </li>
      ))}
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

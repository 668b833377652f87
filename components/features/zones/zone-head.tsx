import Link from "next/link";
import { CitePanel } from "@/components/evidence/cite-panel";
import { EvidenceLink } from "@/components/evidence/evidence-link";
import { ExportPanel } from "@/components/evidence/export-panel";
import { FieldValueView } from "@/components/evidence/field-value";
import { StatusMark } from "@/components/evidence/status-mark";
import { zoneFiles } from "@/components/evidence/zone-files";
import { PrintButton, ShareButton } from "@/components/layout/page-actions";
import { describePlacing, LocatorMap } from "@/components/map/locator-map";
import { buttonClass } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import type { ZoneValues } from "@/lib/catalogue/fields";
import { getLabel } from "@/lib/catalogue/vocabularies";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { type Cited, longCitation, permalinkPath } from "@/lib/text/citation";
import {
  checkedWords,
  evidenceWords,
  kindWords,
  listEvidence,
  newestEvidence,
} from "@/lib/text/evidence-summary";
import { formatDay } from "@/lib/text/format-date";
import { useText } from "@/lib/text/use-text";
import { summarizeZone } from "@/lib/text/zone-summary";

/** Props of the head of a zone's page. */
export interface ZoneHeadProps {
  view: ZoneView;
  cited: Cited;
}

/** Who and where the zone is, what is known of it in a sentence, and what can be done with the page. */
export function ZoneHead({ view, cited }: ZoneHeadProps) {
  const text = useText();
  const { fields, values } = view.zone;
  const candidate = isCandidate(values);
  const place = {
    location: values.location,
    precision: values.locationPrecision,
  };
  return (
    <div className="mb-8 grid gap-x-12 gap-y-6 md:grid-cols-[minmax(0,1fr)_13.75rem]">
      <div className="min-w-0">
        <nav aria-label="Path" className="no-print mb-2.5 text-12 text-ink-3">
          <Link className="hover:text-ink hover:underline" href="/">
            Zones
          </Link>
          {values.province === null ? null : (
            <>
              {" / "}
              <a
                className="hover:text-ink hover:underline"
                href={`/?scope=all&province=${values.province}`}
              >
                {getLabel("province", values.province)}
              </a>
            </>
          )}
        </nav>
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">{cited.name}</h1>
        {candidate || values.cohort === "unconfirmed" ? (
          <p className="mt-2 inline-flex items-center gap-1.5 rounded-1 border border-ink-3 border-dashed px-2 py-0.5 font-medium">
            <StatusMark status={null} candidate />
            <EvidenceLink field="cohort">
              {candidate ? "Candidate: approval not evidenced" : "Approval not evidenced"}
            </EvidenceLink>
          </p>
        ) : null}
        <IdentityLine view={view} />
        {values.aliases === null ? null : (
          <p className="mt-1 text-12 text-ink-3 leading-6">
            Also: <FieldValueView field="aliases" resolution={fields.aliases} />
          </p>
        )}
        <p className="mt-4 max-w-[58rem] text-pretty font-serif text-17 sm:text-[1.1875rem] sm:leading-7">
          {summarizeZone(view.zone)}
        </p>
        <div className="no-print mt-5 flex flex-wrap items-center gap-2">
          <CitePanel cited={cited} />
          <ShareButton path={permalinkPath(cited)} />
          <ExportPanel
            label="Export this zone"
            files={zoneFiles({ ...cited, slug: view.zone.slug })}
          />
          <PrintButton />
          <a
            className={buttonClass()}
            href={`/compare${toSearch([["zones", view.zone.slug], ...view.moment])}`}
          >
            <PlusIcon />
            Compare
          </a>
        </div>
        <p className="mt-3 text-12 text-ink-3">{evidenceSummary(view)}</p>
        <p className="mt-2 hidden break-words text-12 text-ink-2 print:block">
          {longCitation(cited)}
        </p>
      </div>
      <figure className="max-md:max-w-55">
        <LocatorMap name={cited.name} status={values.status} candidate={candidate} {...place} />
        <figcaption className="meta mt-1">
          <EvidenceLink field="location">{capitalised(describePlacing(text, place))}</EvidenceLink>.{" "}
          <a className="link" href="/method#boundaries">
            Boundaries
          </a>{" "}
          are approximate.
        </figcaption>
      </figure>
    </div>
  );
}

/** Place, area, developer, kind and place in CPEC in one line; what is unknown is said. */
function IdentityLine({ view }: { view: ZoneView }) {
  const { fields, values } = view.zone;
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 text-ink-2 leading-6">
      <li>
        <FieldValueView field="district" resolution={fields.district} unknown="District unknown" />,{" "}
        <FieldValueView field="province" resolution={fields.province} unknown="province unknown" />
      </li>
      <li>
        <FieldValueView field="areaAcres" resolution={fields.areaAcres} unknown="Area unknown" />
      </li>
      <li>
        <FieldValueView
          field="zoneType"
          resolution={fields.zoneType}
          unknown="Kind of zone unknown"
        />
      </li>
      <li>
        <FieldValueView
          field="developer"
          resolution={fields.developer}
          unknown="Developer unknown"
        />
      </li>
      <li>
        <EvidenceLink
          field="cpecStatus"
          className={values.cpecStatus === null ? "unknown" : undefined}
        >
          {cpecWords(values.cpecStatus)}
        </EvidenceLink>
      </li>
    </ul>
  );
}

/** The place in CPEC in words that need no label beside them. */
function cpecWords(status: ZoneValues["cpecStatus"]): string {
  if (status === null) return "Place in CPEC unknown";
  const label = getLabel("cpecStatus", status);
  return label.includes("CPEC") ? label : `CPEC ${label.toLowerCase()}`;
}

/** How much evidence there is, how new, and when and in which kinds of source it was last looked for. */
function evidenceSummary(view: ZoneView): string {
  const newest = newestEvidence(view.zone);
  const source = newest && view.sources.get(newest.claim.sourceId);
  const evidence = listEvidence(view.zone);
  return [
    evidenceWords(evidence),
    newest && source
      ? `The newest that shows is of ${formatDay(newest.date)}, by ${kindWords(source.kind)}.`
      : "",
    checkedWords(evidence, view.sources),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import Link from "next/link";
import { formatDay } from "@/components/fields/format-date";
import { StatusMark } from "@/components/fields/status-mark";
import { describePlacing, LocatorMap } from "@/components/map/locator-map";
import { buttonClass } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import type { ZoneValues } from "@/lib/catalogue/fields";
import { labelOf } from "@/lib/catalogue/vocabularies";
import { toSearch } from "@/lib/client/search-string";
import { isCandidate } from "@/lib/registry/scope";
import { Ask } from "./ask";
import { AskedValue } from "./asked-value";
import { evidenceWords, kindWords, lastChecked, newestEvidence } from "./checked";
import { type Cited, longCitation, permalinkPath } from "./citation";
import { CitePanel } from "./cite-panel";
import { ExportPanel } from "./export-panel";
import { joinWords } from "./missing-for";
import { PrintButton, ShareButton } from "./page-actions";
import { summaryOf } from "./summary";
import { zoneFiles } from "./zone-files";
import type { ZoneView } from "./zone-view";

/** Props of the head of a zone's page. */
export interface ZoneHeadProps {
  view: ZoneView;
  cited: Cited;
}

/** Who and where the zone is, what is known of it in a sentence, and what can be done with the page. */
export function ZoneHead({ view, cited }: ZoneHeadProps) {
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
                {labelOf("province", values.province)}
              </a>
            </>
          )}
        </nav>
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">{cited.name}</h1>
        {candidate || values.cohort === "unconfirmed" ? (
          <p className="mt-2 inline-flex items-center gap-1.5 rounded-1 border border-ink-3 border-dashed px-2 py-0.5 font-medium">
            <StatusMark status={null} candidate />
            <Ask field="cohort">
              {candidate ? "Candidate: approval not evidenced" : "Approval not evidenced"}
            </Ask>
          </p>
        ) : null}
        <IdentityLine view={view} />
        {values.aliases === null ? null : (
          <p className="mt-1 text-12 text-ink-3 leading-6">
            Also: <AskedValue field="aliases" resolution={fields.aliases} />
          </p>
        )}
        <p className="mt-4 max-w-[58rem] text-pretty font-serif text-17 sm:text-[1.1875rem] sm:leading-7">
          {summaryOf(view.zone)}
        </p>
        <div className="no-print mt-5 flex flex-wrap items-center gap-2">
          <CitePanel cited={cited} />
          <ShareButton path={permalinkPath(cited)} />
          <ExportPanel files={zoneFiles(cited)} />
          <PrintButton />
          <a
            className={buttonClass()}
            href={`/compare${toSearch([["zones", cited.slug], ...view.moment])}`}
          >
            <PlusIcon />
            Compare
          </a>
        </div>
        <p className="mt-3 text-12 text-ink-3">{checkedWords(view)}</p>
        <p className="mt-2 hidden break-words text-12 text-ink-2 print:block">
          {longCitation(cited)}
        </p>
      </div>
      <figure className="max-md:max-w-55">
        <LocatorMap name={cited.name} status={values.status} candidate={candidate} {...place} />
        <figcaption className="ev mt-1">
          <Ask field="location">{capitalised(describePlacing(place))}</Ask>.{" "}
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
        <AskedValue field="district" resolution={fields.district} unknown="District unknown" />,{" "}
        <AskedValue field="province" resolution={fields.province} unknown="province unknown" />
      </li>
      <li>
        <AskedValue field="areaAcres" resolution={fields.areaAcres} unknown="Area unknown" />
      </li>
      <li>
        <AskedValue field="zoneType" resolution={fields.zoneType} unknown="Kind of zone unknown" />
      </li>
      <li>
        <AskedValue field="developer" resolution={fields.developer} unknown="Developer unknown" />
      </li>
      <li>
        <Ask field="cpecStatus" className={values.cpecStatus === null ? "unknown" : undefined}>
          {cpecWords(values.cpecStatus)}
        </Ask>
      </li>
    </ul>
  );
}

/** The place in CPEC in words that need no label beside them. */
function cpecWords(status: ZoneValues["cpecStatus"]): string {
  if (status === null) return "Place in CPEC unknown";
  const label = labelOf("cpecStatus", status);
  return label.includes("CPEC") ? label : `CPEC ${label.toLowerCase()}`;
}

/** How much evidence there is, how new, and when and in which kinds of source it was last looked for. */
function checkedWords(view: ZoneView): string {
  const newest = newestEvidence(view.zone);
  const source = newest && view.sources.get(newest.claim.sourceId);
  const checked = lastChecked(view);
  return [
    evidenceWords(view.zone),
    newest && source
      ? `The newest that shows is of ${formatDay(newest.date)}, by ${kindWords(source.kind)}.`
      : "",
    checked
      ? `Last checked ${formatDay(checked.day)}, in ${joinWords(checked.kinds)}.`
      : "When its sources were last checked is unknown.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import type { Route } from "next";
import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { sourcePath } from "@/lib/evidence/addresses";
import type { ClaimStatus } from "@/lib/evidence/claim-status";
import type { Evidence } from "@/lib/evidence/resolve";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { getClaimLabel } from "@/lib/evidence/source-claims";
import type { SourceView } from "@/lib/evidence/source-view";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { toSearch } from "@/lib/query/search-string";
import { formatPartialDate } from "@/lib/text/format-date";
import { valueWords } from "@/lib/text/value-words";

const STANDINGS: Readonly<Record<ClaimStatus["standing"], string>> = {
  shown: "shows",
  live: "counts; another claim shows",
  "set-aside": "set aside by a preferred claim",
  deprecated: "deprecated",
  retracted: "retracted",
};

/** Every claim that rests on the source, zone by zone: what it says, whether it shows, and who says otherwise. */
export function SourceClaims({ view }: { view: SourceView }) {
  const { claims } = view;
  const slugs = [...new Set(claims.map(({ evidence }) => evidence.claim.zone))];
  if (slugs.length === 0) return null;
  return (
    <section aria-labelledby="claims-title" className="mb-10">
      <h2 id="claims-title" className="mb-3 font-serif text-21">
        What it says of zones
      </h2>
      <div className="grid gap-6">
        {slugs.map((slug) => (
          <ZoneClaims
            key={slug}
            slug={slug}
            view={view}
            claims={claims.filter(({ evidence }) => evidence.claim.zone === slug)}
          />
        ))}
      </div>
    </section>
  );
}

interface ZoneClaimsProps {
  slug: string;
  view: SourceView;
  claims: readonly ClaimStatus[];
}

function ZoneClaims({ slug, view, claims }: ZoneClaimsProps) {
  const moment = toSearch(view.moment);
  return (
    <div>
      <h3 className="mb-1 font-semibold">
        <Link className="link" href={`/zones/${slug}${moment}` as Route} prefetch={false}>
          {shortZoneName(view.zones.get(slug) ?? slug)}
        </Link>
        <span className="ml-2 font-normal text-12 text-ink-3">
          {claims.length === 1 ? "1 claim" : `${claims.length} claims`}
        </span>
      </h3>
      <ul>
        {claims.map((claim) => (
          <ClaimLine
            key={claim.evidence.claim.id}
            claim={claim}
            view={view}
            href={`/zones/${slug}${moment}#${getLedgerAnchor(claim.evidence.claim.field, claim.tenancy?.id ?? null)}`}
          />
        ))}
      </ul>
    </div>
  );
}

interface ClaimLineProps {
  claim: ClaimStatus;
  view: SourceView;
  /** Where the value stands with all that is claimed of it. */
  href: string;
}

function ClaimLine({ claim, view, href }: ClaimLineProps) {
  const { evidence, standing, mark, against } = claim;
  const { field, value, note } = evidence.claim;
  const struck = standing === "retracted" || standing === "deprecated";
  const words = value === null ? "not known" : valueWords(field, value);
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-line border-t py-1.5 sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_5.5rem_minmax(0,18rem)]">
      <p className="min-w-0">
        <a className="link" href={href}>
          {getClaimLabel(claim)}
        </a>
      </p>
      <div className="min-w-0 break-words">
        {struck ? (
          <s className="text-ink-2">{words}</s>
        ) : (
          <b className={cx(value === null && "unknown")}>{words}</b>
        )}
        {note === null ? null : <p className="text-12 text-ink-2">{note}</p>}
      </div>
      <p className="tabular text-12 text-ink-2">{formatPartialDate(evidence.date)}</p>
      <div className="text-12">
        <p className={cx(standing === "shown" ? "text-ink" : "text-ink-3")}>
          {STANDINGS[standing]}
        </p>
        {mark === null ? null : (
          <p className="text-ink-2">
            <span className={mark === "contested" ? "disputed" : "text-ink-3"}>
              {mark === "contested" ? "contradicted" : "contradiction settled"}
            </span>
            : <Against items={against} view={view} />
          </p>
        )}
      </div>
    </li>
  );
}

/** Who says otherwise, and what. */
function Against({ items, view }: { items: readonly Evidence[]; view: SourceView }) {
  return items.map(({ claim, date }, i) => (
    <span key={claim.id}>
      {i === 0 ? null : "; "}
      <a className="link" href={sourcePath(claim.sourceId, view.moment)}>
        {view.sources.get(claim.sourceId)?.publisher ?? claim.sourceId}
      </a>{" "}
      says {claim.value === null ? "not known" : valueWords(claim.field, claim.value)} (as of{" "}
      {formatPartialDate(date)})
    </span>
  ));
}

import { ReadinessBand } from "@/components/charts/readiness-band";
import { StatusMark } from "@/components/evidence/status-mark";
import { UnknownValue } from "@/components/evidence/unknown-value";
import { getLabel } from "@/lib/catalogue/vocabularies";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { Utility } from "@/lib/gaps/gaps";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import { formatRange } from "@/lib/text/format-number";
import { shortDistrict } from "@/lib/text/short-district";
import { gapInWords } from "./map-gaps";
import { PRECISION_WORDS } from "./map-points";

/** What floats beside the marker pointed at: name, both ladders, the gap that the markers show, readiness, how exact the place is. */
export function ZoneTip({ row, utility }: { row: RankedRow; utility: Utility | null }) {
  const { name, district, legalStatus, status, location, locationPrecision } = row.values;
  const { readiness } = row;
  const candidate = isCandidate(row.values);
  return (
    <div className="grid w-56 gap-1 text-12">
      <p className="text-13">
        <b>{shortZoneName(name ?? row.slug)}</b>{" "}
        <span className="text-ink-3">{shortDistrict(district)}</span>
      </p>
      <p className="text-ink-2">
        On paper:{" "}
        {legalStatus === null ? (
          <UnknownValue />
        ) : (
          getLabel("legalStatus", legalStatus).toLowerCase()
        )}
        {candidate ? <span className="text-ink-3">, approval not evidenced</span> : null}
      </p>
      <p className="flex items-center gap-1.5">
        <StatusMark status={status} candidate={candidate} />
        {status === null ? (
          <UnknownValue>unknown on the ground</UnknownValue>
        ) : (
          getLabel("status", status)
        )}
      </p>
      {utility === null ? null : (
        <p className="text-ink-2 first-letter:uppercase">{gapInWords(utility, row.values)}</p>
      )}
      {readiness === null ? null : (
        <p className="grid grid-cols-[1fr_auto] items-center gap-2">
          <ReadinessBand
            value={readiness}
            candidate={candidate}
            label=""
            ground="var(--color-pop)"
          />
          <span className="tabular">{formatRange(readiness.low, readiness.high)}</span>
        </p>
      )}
      {location === null || locationPrecision === null ? null : (
        <p className="text-11 text-ink-3 first-letter:uppercase">
          {PRECISION_WORDS[locationPrecision]}
        </p>
      )}
    </div>
  );
}

import { ReadinessBand } from "@/components/charts/readiness-band";
import type { RankedZone } from "@/lib/readiness/ranking";
import { formatScore } from "@/lib/text/format-number";
import { getName } from "@/lib/text/readiness-words";

/** How a band is read, on the zone that leads by the floor. */
export function BandLegend({ zones }: { zones: readonly RankedZone[] }) {
  const lead = zones.find(({ place }) => place === 1);
  if (!lead || lead.readiness === null) return null;
  const { low, high } = lead.readiness;
  return (
    <div className="text-12 text-ink-2">
      <p className="mb-1 flex justify-between gap-3">
        <span>{getName(lead)}, for example</span>
        <b className="tabular whitespace-nowrap text-ink">
          {formatScore(low)} low, {formatScore(high)} high
        </b>
      </p>
      <ReadinessBand value={lead.readiness} candidate={lead.candidate} height={14} label="" />
      <p aria-hidden="true" className="meta mt-1 flex justify-between gap-2">
        <span>evidenced</span>
        <span>not known</span>
        <span>ruled out</span>
      </p>
      <p className="mt-1">
        Low counts every unknown as nothing, high as everything. The hollow part is what nobody has
        shown.
      </p>
    </div>
  );
}

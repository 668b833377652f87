import { ReadinessBand } from "@/components/charts/readiness-band";
import { Section } from "@/components/layout/section";
import { BLOCK_INDICATORS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCKS } from "@/lib/catalogue/groups";
import { isStale } from "@/lib/evidence/age";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { isCandidate } from "@/lib/query/scope";
import { computeReadiness } from "@/lib/readiness/readiness";
import { formatRange, formatScore, formatShare } from "@/lib/text/format-number";
import { ReadinessBlock } from "./readiness-block";

/** Readiness as a band, and by block what is known and what holds it back. */
export function ReadinessSection({ view }: { view: ZoneView }) {
  const { zone } = view;
  const readiness = computeReadiness(zone.values);
  const candidate = isCandidate(zone.values);
  return (
    <Section
      id="readiness"
      title="Readiness, and what holds it back"
      note={
        <>
          {readiness === null ? null : <b>{formatShare(readiness.coverage)} known</b>}
          {freshWords(view)}{" "}
          <a className="link" href="/method#readiness">
            How it is counted
          </a>
        </>
      }
    >
      {readiness === null ? (
        <p className="unknown">Nothing that readiness asks for applies to this zone.</p>
      ) : (
        <div className="mb-5 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5">
          <p className="figure whitespace-nowrap text-28">
            {formatRange(readiness.low, readiness.high)}
          </p>
          <div>
            <ReadinessBand value={readiness} candidate={candidate} height={16} />
            <p aria-hidden="true" className="meta mt-1 flex justify-between">
              <span className="max-sm:hidden">0</span>
              <span>
                {formatScore(readiness.low)} if every unknown is nothing,{" "}
                {formatScore(readiness.high)} if it is all there
              </span>
              <span className="max-sm:hidden">100</span>
            </p>
          </div>
        </div>
      )}
      {BLOCKS.map((block) => (
        <ReadinessBlock key={block} block={block} view={view} candidate={candidate} />
      ))}
    </Section>
  );
}

/** How much of what is known is still fresh, since most of it is not. */
function freshWords({ zone, asOf }: ZoneView): string {
  const known = BLOCKS.flatMap((block) => BLOCK_INDICATORS[block]).filter(
    (key) => zone.values[key] !== null,
  );
  if (known.length === 0) return ": no indicator has a value that counts.";
  const isFresh = (key: ZoneFieldKey) => {
    const { evidence } = zone.fields[key];
    return evidence !== null && !isStale(key, evidence.effectiveOn, asOf);
  };
  const fresh = known.filter(isFresh).length;
  if (fresh === 0) return ", none of it from the last two years.";
  return fresh === known.length
    ? ", all of it from the last two years."
    : `; ${fresh} of ${known.length} known values are from the last two years.`;
}

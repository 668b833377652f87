import type { Route } from "next";
import Link from "next/link";
import { DisputedMark } from "@/components/evidence/evidence-line";
import { StatusMark } from "@/components/evidence/status-mark";
import { UnknownValue } from "@/components/evidence/unknown-value";
import { cx } from "@/components/ui/cx";
import { ChevronDownIcon, ChevronRightIcon } from "@/components/ui/icons";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import { getLabel } from "@/lib/catalogue/vocabularies";
import type { RankedZone } from "@/lib/readiness/ranking";
import type { Stability } from "@/lib/readiness/stability";
import { formatRange, formatShare } from "@/lib/text/format-number";
import { placeRange } from "@/lib/text/rank-words";
import { getName } from "@/lib/text/readiness-words";
import { valueWords } from "@/lib/text/value-words";
import type { Day } from "@/lib/time/day";
import { BlockBands } from "./block-bands";
import { PlaceSpan, RankBand } from "./rank-band";

/** Columns of the ranking, for what spans them all. */
const RANKING_COLUMNS = 12;

/** Props of a row of the ranking. */
export interface RankingRowProps {
  zone: RankedZone;
  /** Does the row before share its place? Then it is not said again. */
  shared: boolean;
  /** Ends the first ten. */
  lastOfTen: boolean;
  stability: Stability | null;
  /** Is the stability that of the weights before? */
  stale: boolean;
  /** Zones that have a place. */
  zones: number;
  line: number | null;
  open: boolean;
  onToggle: (slug: string) => void;
  weights: Weights;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
  /** Address of the evidence on a field of the zone. */
  listEvidence: (field: ZoneFieldKey) => string;
}

/** One zone of the ranking, and below it what its readiness is made of, where it is opened. */
export function RankingRow(props: RankingRowProps) {
  const { zone, shared, lastOfTen, open, onToggle } = props;
  const { place, candidate, row } = zone;
  const name = getName(zone);
  const opened = `opened-${zone.slug}`;
  return (
    <>
      <tr
        data-slug={zone.slug}
        data-candidate={candidate || undefined}
        data-last-of-ten={lastOfTen || undefined}
        data-open={open || undefined}
      >
        <td className="readiness-place tabular">
          {place === null ? (
            <UnknownValue>none</UnknownValue>
          ) : (
            <span className={shared ? "readiness-shared" : undefined}>{place}</span>
          )}
        </td>
        <th scope="row" className="readiness-zone">
          <span className="flex items-center gap-1.5">
            <StatusMark status={row.values.status} candidate={candidate} />
            <Link
              href={`/zones/${zone.slug}${props.moment}` as Route}
              prefetch={false}
              className={cx("hover:underline", candidate ? "text-ink-2" : "font-semibold")}
            >
              {name}
              {candidate ? (
                <span className="sr-only">, candidate, approval not evidenced</span>
              ) : null}
            </Link>
          </span>
          <Marks zone={zone} />
        </th>
        <td className="readiness-province text-12 text-ink-2">
          {row.values.province === null ? (
            <UnknownValue />
          ) : (
            getLabel("province", row.values.province)
          )}
        </td>
        <BandCells {...props} />
        <StabilityCells {...props} />
        <td className="readiness-open no-print">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? opened : undefined}
            aria-label={`${name}: blocks`}
            title="What it is made of"
            className="readiness-opener"
            onClick={() => onToggle(zone.slug)}
          >
            {open ? <ChevronDownIcon /> : <ChevronRightIcon />}
          </button>
        </td>
      </tr>
      {open ? (
        <tr id={opened} className="readiness-opened-row">
          <td colSpan={RANKING_COLUMNS}>
            <BlockBands
              zone={zone}
              weights={props.weights}
              asOf={props.asOf}
              listEvidence={props.listEvidence}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Under the name: what is contested, and where the status says more than the indicators bear. */
function Marks({ zone }: { zone: RankedZone }) {
  const { contested, contradictions, row } = zone;
  if (contested.length === 0 && contradictions.length === 0) return null;
  return (
    <span className="meta readiness-marks">
      {contested.length > 0 ? <DisputedMark count={contested.length} /> : null}
      {contradictions.map(({ field }) => {
        const value = row.values[field];
        return (
          <span key={field} className={value === null ? undefined : "disputed"}>
            {`${getLabel("status", row.values.status ?? "").toLowerCase()}, but ${fieldSpec(field).label.toLowerCase()} ${valueWords(field, value).toLowerCase()}`}
          </span>
        );
      })}
    </span>
  );
}

function BandCells({ zone, line }: RankingRowProps) {
  const { readiness, candidate, fresh } = zone;
  if (readiness === null) {
    return (
      <td colSpan={5} className="readiness-unmeasured unknown">
        nothing that readiness asks for applies
      </td>
    );
  }
  return (
    <>
      <td className="readiness-band">
        <RankBand readiness={readiness} candidate={candidate} line={line} />
        <span className="readiness-range tabular">
          {formatRange(readiness.low, readiness.high)}
        </span>
      </td>
      <td className="readiness-figure tabular">{readiness.low.toFixed(1)}</td>
      <td className="readiness-figure tabular">{readiness.high.toFixed(1)}</td>
      <td className="readiness-known tabular text-ink-2">
        {formatShare(readiness.coverage)}
        <span className="readiness-word"> known</span>
      </td>
      <td className="readiness-fresh tabular">
        {fresh === null ? (
          <span className="unknown">
            none<span className="readiness-word"> of it, since nothing is known</span>
          </span>
        ) : (
          <span className={fresh === 0 ? "text-ink-3" : undefined}>{formatShare(fresh)}</span>
        )}
        {fresh === null ? null : <span className="readiness-word"> of it fresh</span>}
      </td>
    </>
  );
}

function StabilityCells({ zone, stability, stale, zones }: RankingRowProps) {
  if (zone.place === null) return <td colSpan={3} className="readiness-span" />;
  if (stability === null) {
    return (
      <td colSpan={3} className="readiness-span meta">
        reckoning…
      </td>
    );
  }
  const { from, to, topTen } = stability;
  return (
    <>
      <td className="readiness-span" data-stale={stale || undefined}>
        <PlaceSpan from={from} to={to} zones={zones} />
      </td>
      <td className="readiness-within tabular" data-stale={stale || undefined}>
        {placeRange(from, to)}
        <span className="readiness-word"> by most weights</span>
      </td>
      <td className="readiness-ten tabular" data-stale={stale || undefined}>
        <span className={topTen === 0 ? "text-ink-3" : undefined}>
          {formatShare(topTen).replace("under ", "<").replace("over ", ">")}
        </span>
        <span className="readiness-word"> in the first ten</span>
      </td>
    </>
  );
}

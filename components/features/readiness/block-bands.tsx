import type { Route } from "next";
import Link from "next/link";
import { ReadinessBand } from "@/components/charts/readiness-band";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { cx } from "@/components/ui/cx";
import { BLOCK_INDICATORS, fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCKS, type BlockKey, GROUPS, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { isStaleIn } from "@/lib/readiness/fresh-share";
import type { RankedZone } from "@/lib/readiness/ranking";
import { computeBlockReadiness } from "@/lib/readiness/readiness";
import { formatRange } from "@/lib/text/format-number";
import { valueWords } from "@/lib/text/value-words";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";

/** Props of a zone's blocks. */
export interface BlockBandsProps {
  zone: RankedZone;
  weights: Weights;
  asOf: Day;
  /** Address of the evidence on a field of the zone. */
  listEvidence: (field: ZoneFieldKey) => string;
}

/** What a zone's readiness is made of: what contradicts its status, and each block with its indicators. */
export function BlockBands({ zone, weights, asOf, listEvidence }: BlockBandsProps) {
  const { values } = zone.row;
  return (
    <div className="readiness-opened">
      {zone.contradictions.map(({ field, words }) => (
        <p key={field} className="text-13">
          <span className={values[field] === null ? "text-ink-3" : "disputed"}>
            {values[field] === null ? "not borne out" : "does not fit"}
          </span>{" "}
          {words}{" "}
          <Link className="link" prefetch={false} href={listEvidence(field) as Route}>
            {valueWords(field, values[field]).toLowerCase()}
          </Link>
          . The score counts what is shown; both stand until one is settled.
        </p>
      ))}
      <ul className="readiness-blocks">
        {BLOCKS.map((block) => (
          <Block
            key={block}
            block={block}
            zone={zone}
            weight={weights[block]}
            asOf={asOf}
            listEvidence={listEvidence}
          />
        ))}
      </ul>
    </div>
  );
}

interface BlockProps extends Omit<BlockBandsProps, "weights"> {
  block: BlockKey;
  weight: number;
}

function Block({ block, zone, weight, asOf, listEvidence }: BlockProps) {
  const { values } = zone.row;
  const indicators = BLOCK_INDICATORS[block];
  const readiness = computeBlockReadiness(values, block);
  const applicable = indicators.filter((key) => values[key] !== NOT_APPLICABLE);
  const known = applicable.filter((key) => values[key] !== null);
  return (
    <li className="min-w-0">
      <p className="flex items-baseline justify-between gap-2">
        <b>{GROUPS[block]}</b>
        <span className="tabular text-12 text-ink-3">
          {weight === 0 ? "left out" : `weight ${weight}`}
        </span>
      </p>
      <ReadinessBand
        value={readiness}
        candidate={zone.candidate}
        height={6}
        label=""
        className="my-1"
      />
      <p className="meta">
        {readiness === null ? "nothing applies" : formatRange(readiness.low, readiness.high)},{" "}
        {known.length} of {applicable.length} known
      </p>
      <dl className="mt-1.5 grid gap-1">
        {indicators.map((key) => (
          <Indicator key={key} field={key} zone={zone} asOf={asOf} href={listEvidence(key)} />
        ))}
      </dl>
    </li>
  );
}

interface IndicatorProps {
  field: ZoneFieldKey;
  zone: RankedZone;
  asOf: Day;
  href: string;
}

function Indicator({ field, zone, asOf, href }: IndicatorProps) {
  const { values, dates, marks } = zone.row;
  const value = values[field];
  const date = dates[field] ?? null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-2 text-12">
      <dt className="text-ink-2">{fieldSpec(field).label}</dt>
      <dd>
        <Link
          href={href as Route}
          prefetch={false}
          className={cx("evidence-link inline-block min-h-6", value === null && "unknown")}
        >
          {valueWords(field, value)}
          <span className="sr-only">, {fieldSpec(field).label}: says who?</span>
        </Link>
        {value === null && date === null ? null : (
          <EvidenceLine
            className="-mt-1 block"
            date={date}
            ageDays={date === null ? null : daysBetween(firstDay(date), asOf)}
            fresh={value !== null && date !== null && !isStaleIn(zone.row, field, asOf)}
            mark={marks[field] ?? null}
          />
        )}
      </dd>
    </div>
  );
}

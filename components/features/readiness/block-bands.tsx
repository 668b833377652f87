import type { Route } from "next";
import { IntervalBar } from "@/components/charts/interval-bar";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { Link } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { Sentences } from "@/components/ui/sentences";
import { BLOCK_INDICATORS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCKS, type BlockKey, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { getRowSupport } from "@/lib/evidence/row";
import { computeBlockReadiness, isStaleIn, listKnownIndicators } from "@/lib/readiness/readiness";
import type { ScoredZone } from "@/lib/readiness/zone-scores";
import { useText } from "@/lib/text/use-text";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";

interface BlockBandsProps {
  zone: ScoredZone;
  weights: Weights;
  asOf: Day;
  /** The address of the evidence on a field of the zone. */
  getEvidenceHref: (field: ZoneFieldKey) => string;
}

/** A zone's readiness by block, with its facts; first, what contradicts the reported progress. */
export function BlockBands({ zone, weights, asOf, getEvidenceHref }: BlockBandsProps) {
  const { values } = zone.row;
  const text = useText();
  const { t } = text;
  return (
    <div className="grid gap-2.5">
      {zone.contradictions.map(({ field }) => (
        <p key={field} className="text-13">
          <span className={values[field] === null ? "text-ink-3" : "disputed"}>
            {t(
              values[field] === null
                ? "common.conflict.unconfirmed"
                : "common.conflict.inconsistent",
            )}
          </span>{" "}
          <Sentences
            of={[
              t.rich(`common.conflict.${field}`, {
                status: text.value("status", values.status),
                value: () => (
                  <Link className="link" prefetch={false} href={getEvidenceHref(field) as Route}>
                    {text.value(field, values[field])}
                  </Link>
                ),
              }),
              t("readiness.blocks.conflict"),
            ]}
          />
        </p>
      ))}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-7 gap-y-4.5">
        {BLOCKS.map((block) => (
          <Block
            key={block}
            block={block}
            zone={zone}
            weight={weights[block]}
            asOf={asOf}
            getEvidenceHref={getEvidenceHref}
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

function Block({ block, zone, weight, asOf, getEvidenceHref }: BlockProps) {
  const { values } = zone.row;
  const text = useText();
  const { t } = text;
  const indicators = BLOCK_INDICATORS[block];
  const readiness = computeBlockReadiness(zone.row, block);
  const applicable = indicators.filter((key) => values[key] !== NOT_APPLICABLE);
  const known = listKnownIndicators(zone.row, block);
  return (
    <li className="min-w-0">
      <p className="flex items-baseline justify-between gap-2">
        <b>{text.groupLabel(block)}</b>
        <span className="tabular text-12 text-ink-3">
          {t("readiness.blocks.weight", { weight })}
        </span>
      </p>
      {readiness === null ? (
        <p className="unknown my-1">{t("readiness.blocks.notApplicable")}</p>
      ) : (
        <>
          <IntervalBar {...readiness} candidate={zone.candidate} size={6} className="my-1" />
          <p className="meta">
            {t("readiness.blocks.known", {
              range: text.range(readiness.low, readiness.high),
              known: text.number(known.length),
              count: applicable.length,
            })}
          </p>
        </>
      )}
      <dl className="mt-1.5 grid gap-1">
        {indicators.map((key) => (
          <Indicator key={key} field={key} zone={zone} asOf={asOf} href={getEvidenceHref(key)} />
        ))}
      </dl>
    </li>
  );
}

interface IndicatorProps {
  field: ZoneFieldKey;
  zone: ScoredZone;
  asOf: Day;
  /** The address of its evidence. */
  href: string;
}

function Indicator({ field, zone, asOf, href }: IndicatorProps) {
  const { values, dates, marks } = zone.row;
  const text = useText();
  const value = values[field];
  const date = dates[field] ?? null;
  const label = text.fieldLabel(field);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-2 text-12">
      <dt className="text-ink-2">{label}</dt>
      <dd>
        <Link
          href={href as Route}
          prefetch={false}
          className={cx("evidence-link inline-block min-h-6", value === null && "unknown")}
        >
          {text.value(field, value)}
          <span className="sr-only">{`, ${text.t("readiness.blocks.evidence", { field: label })}`}</span>
        </Link>
        {value === null && date === null ? null : (
          <EvidenceLine
            className="-mt-1 block"
            date={date}
            ageDays={date === null ? null : daysBetween(firstDay(date), asOf)}
            fresh={value !== null && date !== null && !isStaleIn(zone.row, field, asOf)}
            mark={marks[field] ?? null}
            support={getRowSupport(zone.row, field)}
          />
        )}
      </dd>
    </div>
  );
}

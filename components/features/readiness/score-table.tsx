import "./score-table.css";
import type { Route } from "next";
import { type ReactNode, useCallback, useState } from "react";
import { Axis } from "@/components/charts/axis";
import { IntervalBar } from "@/components/charts/interval-bar";
import { DisputedMark, EvidenceLine, UnknownValue } from "@/components/evidence/evidence-line";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Link } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { ChevronDownIcon, ChevronRightIcon } from "@/components/ui/icons";
import { Sentences } from "@/components/ui/sentences";
import { BLOCK_INDICATORS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { BLOCKS, type BlockKey, type Weights } from "@/lib/catalogue/groups";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { getRowSupport } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { computeBlockReadiness, isStaleIn, listKnownIndicators } from "@/lib/readiness/readiness";
import type { ScoredZone } from "@/lib/readiness/zone-scores";
import { useText } from "@/lib/text/use-text";
import { type Day, daysBetween, firstDay } from "@/lib/time/day";

/** Values with a label over the bars, in points. */
const LABELLED = [0, 50, 100] as const;

interface ScoreTableProps {
  /** The zones of a page of the list, and the weights of their scores. */
  zones: readonly ScoredZone[];
  weights: Weights;
  /** Are other scores being loaded? */
  busy: boolean;
  /** 0–100; null: not set. */
  threshold: number | null;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
}

/** The zones with their scores as a table, or as entries of a few lines where it is narrow. */
export function ScoreTable(props: ScoreTableProps) {
  const { zones, weights, busy, threshold, asOf, moment } = props;
  const { t } = useText();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (slug: string) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(slug)) next.add(slug);
        return next;
      }),
    [],
  );
  const gridZone = zones.find(({ readiness }) => readiness !== null);
  return (
    <table className="score-table" aria-busy={busy}>
      <caption className="sr-only">{t("readiness.table.caption")}</caption>
      <ScoreHead />
      <tbody>
        {zones.map((zone) => (
          <ScoreRow
            key={zone.slug}
            zone={zone}
            hasGrid={zone === gridZone}
            threshold={threshold}
            open={open.has(zone.slug)}
            onToggle={toggle}
            weights={weights}
            asOf={asOf}
            moment={moment}
            getEvidenceHref={(field) => `/zones/${zone.slug}${moment}#${getLedgerAnchor(field)}`}
          />
        ))}
      </tbody>
    </table>
  );
}

function ScoreHead() {
  const text = useText();
  const { t } = text;
  return (
    <thead>
      <tr>
        <th scope="col" className="zone">
          {t("readiness.table.zone")}
        </th>
        <th scope="col" className="province">
          {t("readiness.table.province")}
        </th>
        <th scope="col" className="bar">
          {t("readiness.table.range")}
          <Axis ticks={LABELLED.map((at) => ({ at, label: text.number(at) }))} />
        </th>
        <th scope="col" className="score">
          {t("readiness.table.confirmed")}
        </th>
        <th scope="col" className="score">
          {t("readiness.table.possible")}
        </th>
        <th scope="col" className="known">
          {t("readiness.table.known")}
        </th>
        <th scope="col" className="recent">
          {t("readiness.table.recent")}
        </th>
        <th scope="col" className="open no-print">
          <span className="sr-only">{t("readiness.table.details")}</span>
        </th>
      </tr>
    </thead>
  );
}

/** Values with a grid line, in points. */
const GRID = [0, 25, 50, 75, 100] as const;
/** The first row has the lines; the others refer to them. */
const GRID_ID = "score-grid";

/** The number of columns, for a cell that spans them all. */
const COLUMN_COUNT = 8;

interface ScoreRowProps {
  zone: ScoredZone;
  /** Does it have the grid lines to which the other rows refer? One row has. */
  hasGrid: boolean;
  /** 0–100; null: not set. */
  threshold: number | null;
  open: boolean;
  onToggle: (slug: string) => void;
  weights: Weights;
  asOf: Day;
  /** The moment as part of an address; empty for today. */
  moment: string;
  /** The address of the evidence on a field of the zone. */
  getEvidenceHref: (field: ZoneFieldKey) => string;
}

/** One zone, and its score by block where it is open. */
function ScoreRow(props: ScoreRowProps) {
  const { zone, open, onToggle } = props;
  const { candidate, row } = zone;
  const text = useText();
  const { t } = text;
  const details = `details-${zone.slug}`;
  return (
    <>
      <tr
        data-slug={zone.slug}
        data-candidate={candidate || undefined}
        data-open={open || undefined}
      >
        <th scope="row" className="zone">
          <span className="name">
            <StandingMark standing={row.progress.standing} candidate={candidate} />
            <Link
              href={`/zones/${zone.slug}${props.moment}` as Route}
              prefetch={false}
              className={candidate ? "text-ink-2" : undefined}
            >
              {shortZoneName(zone.row)}
              {candidate ? (
                <span className="sr-only">{`, ${t("common.approval.candidateInFull")}`}</span>
              ) : null}
            </Link>
          </span>
          <Caveats zone={zone} />
        </th>
        <td className="province">
          {row.values.province === null ? (
            <UnknownValue />
          ) : (
            text.termLabel("province", row.values.province)
          )}
        </td>
        <ScoreCells {...props} />
        <td className="open no-print">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            aria-label={t("readiness.row.details", { name: shortZoneName(zone.row) })}
            title={t("readiness.table.details")}
            onClick={() => onToggle(zone.slug)}
          >
            {open ? <ChevronDownIcon /> : <ChevronRightIcon />}
          </button>
        </td>
      </tr>
      {open ? (
        <tr id={details} className="details">
          <td colSpan={COLUMN_COUNT}>
            <BlockBands
              zone={zone}
              weights={props.weights}
              asOf={props.asOf}
              getEvidenceHref={props.getEvidenceHref}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Under the name: disputed facts, and facts that do not support the reported progress. */
function Caveats({ zone }: { zone: ScoredZone }) {
  const { disputed, contradictions, row } = zone;
  const text = useText();
  if (disputed.length === 0 && contradictions.length === 0) return null;
  return (
    <span className="caveats meta">
      {disputed.length > 0 ? <DisputedMark count={disputed.length} /> : null}
      {contradictions.map(({ field }) => (
        <span key={field} className={row.values[field] === null ? undefined : "disputed"}>
          {text.t("readiness.row.conflict", {
            status: text.value("status", row.values.status),
            field: text.fieldLabel(field),
            value: text.value(field, row.values[field]),
          })}
        </span>
      ))}
    </span>
  );
}

/** Words that replace the head of the column where the table is narrow. */
function word(words: ReactNode): ReactNode {
  return <i>{words}</i>;
}

function ScoreCells({ zone, threshold, hasGrid }: ScoreRowProps) {
  const { readiness, candidate, fresh } = zone;
  const text = useText();
  const { t } = text;
  if (readiness === null) {
    return (
      <td colSpan={5} className="not-measured unknown">
        {t("readiness.row.notMeasured")}
      </td>
    );
  }
  const { low, high, coverage } = readiness;
  const score = (points: number) => text.number(points, { digits: 1, fixed: true });
  return (
    <>
      <td className="bar">
        <IntervalBar
          low={low}
          high={high}
          candidate={candidate}
          size="ruled"
          grid={hasGrid ? GRID : GRID_ID}
          gridId={hasGrid ? GRID_ID : undefined}
          markers={threshold === null ? [] : [{ at: threshold, kind: "threshold" }]}
        />
        <i>{text.range(low, high)}</i>
      </td>
      <td className="score">{score(low)}</td>
      <td className="score">{score(high)}</td>
      <td className="known">
        {t.rich("readiness.row.known", { share: text.percent(coverage), word })}
      </td>
      <td className="recent">
        <span className={fresh === null ? "unknown" : fresh === 0 ? "text-ink-3" : undefined}>
          {fresh === null
            ? t.rich("readiness.row.noneRecent", { word })
            : t.rich("readiness.row.recent", { share: text.percent(fresh), word })}
        </span>
      </td>
    </>
  );
}

interface BlockBandsProps {
  zone: ScoredZone;
  weights: Weights;
  asOf: Day;
  /** The address of the evidence on a field of the zone. */
  getEvidenceHref: (field: ZoneFieldKey) => string;
}

/** A zone's readiness by block, with its facts; first, what contradicts the reported progress. */
function BlockBands({ zone, weights, asOf, getEvidenceHref }: BlockBandsProps) {
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

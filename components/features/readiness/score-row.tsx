import type { Route } from "next";
import type { ReactNode } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import { DisputedMark, UnknownValue } from "@/components/evidence/evidence-line";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Link } from "@/components/layout/link";
import { ChevronDownIcon, ChevronRightIcon } from "@/components/ui/icons";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { ScoredZone } from "@/lib/readiness/zone-scores";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { BlockBands } from "./block-bands";

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
export function ScoreRow(props: ScoreRowProps) {
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

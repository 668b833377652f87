import type { CSSProperties, ReactNode } from "react";
import { getDateLine, isOriginal } from "@/components/evidence/field-value";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { computeReadiness, type Readiness } from "@/lib/readiness/readiness";
import { getZoneClimb, type LadderRung, type RungState } from "@/lib/text/ladder-rungs";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { type ComparedCell, ComparedValue } from "./compared-cells";

interface ComparisonPartProps {
  id: string;
  title: string;
  /** Beside the title. */
  note?: string;
  /** The number of columns of the table, with that of the labels. */
  columns: number;
  children: ReactNode;
}

/** A part of the table with its own title. */
export function ComparisonPart({ id, title, note, columns, children }: ComparisonPartProps) {
  return (
    <tbody id={id} className="scroll-mt-16">
      <tr>
        <th scope="rowgroup" colSpan={columns}>
          <div>
            <h2 className="title">{title}</h2>
            {note === undefined ? null : (
              <span className="font-normal text-12 text-ink-2">{note}</span>
            )}
          </div>
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** The value of a field of a zone in words, and what stands under it. */
export function getComparedCell(
  text: Text,
  { record }: ComparedZone,
  field: ZoneFieldKey,
  { asOf, revision }: Moment,
): ComparedCell {
  const resolution = record.fields[field];
  const { value } = resolution;
  return {
    ...(value === null ? {} : { value: text.value(field, value) }),
    ...(value !== null && isOriginal(text, field, value) ? { isOriginal: true } : {}),
    ...getDateLine({ resolution, asOf, revision }),
  };
}

/** A zone as a column of the comparison. */
export interface ComparedZone {
  readonly record: ZoneRecord;
  /** Name without the words that only say that it is a zone. */
  readonly name: string;
  readonly candidate: boolean;
  readonly readiness: Readiness | null;
  /** Address of its page at the same moment. */
  readonly href: string;
}

/** Prepares a zone for the comparison at a moment and under some weights. */
export function buildComparedZone(
  record: ZoneRecord,
  moment: Pick<Query, "asOf" | "knownOn">,
  weights: Weights,
): ComparedZone {
  return {
    record,
    name: shortZoneName(record),
    candidate: isCandidate(record.values),
    readiness: computeReadiness(record, weights),
    href: `/zones/${record.slug}${momentSearch(moment)}`,
  };
}

const COLOURS: Readonly<Record<Ladder, string>> = {
  legalStatus: "var(--color-band-known)",
  status: "var(--color-ramp-3)",
};

interface StatusLadderProps {
  zone: ComparedZone;
  ladder: Ladder;
  moment: Moment;
}

/** The ladder of one zone from its first rung down, so that the rungs of several zones line up. */
export function StatusLadder({ zone, ladder, moment }: StatusLadderProps) {
  const text = useText();
  const { fields, values } = zone.record;
  const approval = ladder === "legalStatus" ? fields.approvedOn : null;
  const { rungs, aside } = getZoneClimb(text, ladder, fields[ladder], values, approval);
  const style: CSSProperties = { "--rung": COLOURS[ladder] };
  const at = rungs.findIndex(({ state }) => state === "now");
  return (
    <>
      <ol className="comparison-rungs" style={style}>
        {rungs.map((rung, i) => (
          <li
            key={rung.value}
            data-reached={i < at || undefined}
            aria-current={rung.state === "now" ? "step" : undefined}
          >
            <RungDot state={rung.state} />
            <span className="leading-[0.875rem]">
              <span className={LABEL_CLASS[rung.state]}>{rung.label}</span>
              <span className="meta block">{describeRung(text, rung)}</span>
            </span>
          </li>
        ))}
      </ol>
      <div className={aside === null ? undefined : "text-amber-ink"}>
        <ComparedValue
          {...getComparedCell(text, zone, ladder, moment)}
          href={`${zone.href}#${getLedgerAnchor(ladder)}`}
          of={`${text.fieldLabel(ladder)}, ${zone.name}`}
        />
      </div>
    </>
  );
}

const LABEL_CLASS: Readonly<Record<RungState, string>> = {
  now: "font-semibold",
  confirmed: "",
  assumed: "",
  ahead: "text-ink-3",
  unknown: "text-ink-3",
};

function describeRung({ t, partialDate }: Text, { state, date }: LadderRung): string {
  if (state === "now") return t("compare.ladder.now");
  if (state !== "confirmed") return t(`common.ladder.${state}`);
  return date === null
    ? t("compare.ladder.passed")
    : t("compare.ladder.by", { date: partialDate(date) });
}

/** Full with a ring: current. Full: confirmed by a source. Hollow: assumed. Grey: not reached or unknown. */
function RungDot({ state }: { state: RungState }) {
  const reached = state === "now" || state === "confirmed" || state === "assumed";
  const colour = reached ? "var(--rung)" : "var(--color-line-2)";
  return (
    <svg aria-hidden="true" viewBox="0 0 13 13" width={13} height={13} className="mt-px">
      {state === "now" ? (
        <>
          <circle
            cx={6.5}
            cy={6.5}
            r={5.75}
            fill="var(--color-paper)"
            stroke={colour}
            strokeWidth={1.5}
          />
          <circle cx={6.5} cy={6.5} r={3.5} fill={colour} />
        </>
      ) : (
        <circle
          cx={6.5}
          cy={6.5}
          r={4.25}
          fill={state === "confirmed" ? colour : "var(--color-paper)"}
          stroke={colour}
          strokeWidth={1.75}
        />
      )}
    </svg>
  );
}

import { ReadinessCell } from "@/components/charts/readiness-band";
import { cx } from "@/components/ui/cx";
import { BLOCKS, GROUPS, type Weights } from "@/lib/catalogue/groups";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { EvidenceIndex } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { computeBlockReadiness } from "@/lib/readiness/readiness";
import { countTargets, listTargetHistories, TARGET_STATES } from "@/lib/targets/targets";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import type { ComparedZone } from "./compared-zone";
import { ComparisonLine, ComparisonPart } from "./comparison-part";
import { StandingLadder } from "./standing-ladder";

interface PartProps {
  zones: readonly ComparedZone[];
}

/** Both ladders of each zone, side by side. */
export function LaddersPart({ zones, asOf }: PartProps & { asOf: Day }) {
  return (
    <ComparisonPart id="ladders" title="Where they stand" columns={zones.length + 1}>
      <ComparisonLine
        label="On paper"
        note="legal status"
        strong
        zones={zones}
        cell={(zone) => <StandingLadder zone={zone} ladder="legalStatus" asOf={asOf} />}
      />
      <ComparisonLine
        label="On the ground"
        note="works and production"
        strong
        zones={zones}
        cell={(zone) => <StandingLadder zone={zone} ladder="status" asOf={asOf} />}
      />
    </ComparisonPart>
  );
}

/** Readiness of each zone on one scale, whole and by block. */
export function ReadinessPart({ zones, weights }: PartProps & { weights: Weights }) {
  return (
    <ComparisonPart
      id="readiness"
      title="Readiness"
      note="Each band from 0 to 100: solid is in evidence, hollow is not known."
      columns={zones.length + 1}
    >
      <ComparisonLine
        label="All six blocks"
        note="weighted"
        strong
        zones={zones}
        cell={({ readiness, candidate }) => (
          <ReadinessCell value={readiness} candidate={candidate} />
        )}
      />
      {BLOCKS.map((block) => (
        <ComparisonLine
          key={block}
          label={GROUPS[block]}
          note={`weight ${weights[block]}`}
          zones={zones}
          cell={({ record, candidate }) => (
            <ReadinessCell
              value={computeBlockReadiness(record.values, block)}
              candidate={candidate}
            />
          )}
        />
      ))}
    </ComparisonPart>
  );
}

/** The named firms of each zone by stage; a stage aside and unknown only where any stands there. */
export function FirmsPart({ zones }: PartProps) {
  const countAt = ({ record }: ComparedZone, stage: string | null) =>
    record.tenancies.filter(({ values }) => values.tenancyStage === stage).length;
  const stages = [
    ...listTerms("tenancyStage").map(({ value, label }) => ({ value, label })),
    { value: null, label: "Stage unknown" },
  ].filter(
    ({ value }) =>
      (value !== null && value !== "exited") || zones.some((zone) => countAt(zone, value) > 0),
  );
  return (
    <ComparisonPart
      id="firms"
      title="Firms, by stage"
      note="Those that a source names. No name found is not the same as no firm."
      columns={zones.length + 1}
    >
      <ComparisonLine
        label="Named"
        strong
        zones={zones}
        cell={({ record, href, name }) => (
          <a className="evidence-link tabular font-semibold" href={`${href}#firms`}>
            {record.tenancies.length}
            <span className="sr-only"> firms named, {name}</span>
          </a>
        )}
      />
      {stages.map(({ value, label }) => (
        <ComparisonLine
          key={value ?? "unknown"}
          label={label}
          plain
          zones={zones}
          cell={(zone) => <Dots count={countAt(zone, value)} hollow={value === null} />}
        />
      ))}
    </ComparisonPart>
  );
}

function Dots({ count, hollow }: { count: number; hollow: boolean }) {
  return (
    <span className={cx("flex min-h-6 items-center gap-2", count === 0 && "text-ink-3")}>
      <span className="tabular min-w-4 text-right">{count}</span>
      <span aria-hidden="true" className="flex flex-wrap gap-0.5">
        {Array.from({ length: count }, (_, dot) => dot).map((dot) => (
          <i
            key={dot}
            className={cx(
              "size-2",
              hollow ? "shadow-[inset_0_0_0_1px_var(--color-unknown)]" : "bg-ramp-3",
            )}
          />
        ))}
      </span>
    </span>
  );
}

/** What became of the promises made of each zone. */
export function PromisesPart({
  zones,
  evidence,
  moment,
}: PartProps & { evidence: EvidenceIndex; moment: Moment }) {
  const { t } = useText();
  const counts = new Map(
    zones.map(({ record: { slug } }) => [
      slug,
      countTargets(listTargetHistories(evidence, slug, moment)),
    ]),
  );
  return (
    <ComparisonPart
      id="promises"
      title="Promises, and what became of them"
      columns={zones.length + 1}
    >
      {TARGET_STATES.map((state) => (
        <ComparisonLine
          key={state}
          label={
            <span title={t(`targets.state.${state}.definition`)}>
              {t(`targets.state.${state}.label`)}
            </span>
          }
          plain
          zones={zones}
          cell={({ record, href, name }) => {
            const count = counts.get(record.slug)?.[state] ?? 0;
            return count === 0 ? (
              <span className="tabular inline-flex min-h-6 items-center text-ink-3">0</span>
            ) : (
              <a
                className="evidence-link tabular inline-flex min-h-6 min-w-6 items-center font-medium"
                href={`${href}#promises`}
              >
                {count}
                <span className="sr-only">
                  {` ${t(`targets.state.${state}.label`).toLowerCase()}, ${name}`}
                </span>
              </a>
            );
          }}
        />
      ))}
    </ComparisonPart>
  );
}

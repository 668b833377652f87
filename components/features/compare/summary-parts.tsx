import { ReadinessCell } from "@/components/charts/readiness-band";
import { Anchor } from "@/components/layout/link";
import { BLOCKS, type Weights } from "@/lib/catalogue/groups";
import { listTerms } from "@/lib/catalogue/vocabularies";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import type { Moment } from "@/lib/evidence/resolve";
import { computeBlockReadiness } from "@/lib/readiness/readiness";
import { countTargets, listTargetHistories, TARGET_STATES } from "@/lib/targets/targets";
import { useText } from "@/lib/text/use-text";
import { ComparisonPart } from "./comparison-part";
import { ComparisonRow } from "./comparison-row";
import { type ComparedZone, StatusLadder } from "./comparison-rows";
import { CountDots } from "./count-dots";

interface PartProps {
  zones: readonly ComparedZone[];
}

/** Legal status and progress on site of each zone. */
export function StatusPart({ zones, moment }: PartProps & { moment: Moment }) {
  const { t, fieldLabel } = useText();
  return (
    <ComparisonPart id="ladders" title={t("common.ladder.title")} columns={zones.length + 1}>
      <ComparisonRow
        label={fieldLabel("legalStatus")}
        note={t("common.ladder.note.legalStatus")}
        strong
        zones={zones}
        cell={(zone) => <StatusLadder zone={zone} ladder="legalStatus" moment={moment} />}
      />
      <ComparisonRow
        label={fieldLabel("status")}
        note={t("common.ladder.note.status")}
        strong
        zones={zones}
        cell={(zone) => <StatusLadder zone={zone} ladder="status" moment={moment} />}
      />
    </ComparisonPart>
  );
}

/** Readiness of each zone on one scale, in total and by block. */
export function ReadinessPart({ zones, weights }: PartProps & { weights: Weights }) {
  const text = useText();
  const { t } = text;
  return (
    <ComparisonPart
      id="readiness"
      title={t("compare.readiness.title")}
      note={t("compare.readiness.note")}
      columns={zones.length + 1}
    >
      <ComparisonRow
        label={t("compare.readiness.all")}
        note={t("compare.readiness.weighted")}
        strong
        zones={zones}
        cell={({ readiness, candidate }) => (
          <ReadinessCell value={readiness} candidate={candidate} />
        )}
      />
      {BLOCKS.map((block) => (
        <ComparisonRow
          key={block}
          label={text.groupLabel(block)}
          note={t("compare.readiness.weight", { weight: text.number(weights[block]) })}
          zones={zones}
          cell={({ record, candidate }) => (
            <ReadinessCell value={computeBlockReadiness(record, block)} candidate={candidate} />
          )}
        />
      ))}
    </ComparisonPart>
  );
}

/** The named firms of each zone by stage; exited firms and unknown stages only where there are any. */
export function FirmsPart({ zones }: PartProps) {
  const { t, termLabel, number } = useText();
  const countAt = ({ record }: ComparedZone, stage: string | null) =>
    record.tenancies.filter(({ values }) => values.tenancyStage === stage).length;
  const stages = [...listTerms("tenancyStage").map(({ value }) => value), null].filter(
    (stage) =>
      (stage !== null && stage !== "exited" && stage !== "closed") ||
      zones.some((zone) => countAt(zone, stage) > 0),
  );
  return (
    <ComparisonPart
      id="firms"
      title={t("compare.firms.title")}
      note={t("compare.firms.note")}
      columns={zones.length + 1}
    >
      <ComparisonRow
        label={t("compare.firms.named")}
        strong
        zones={zones}
        cell={({ record, href, name }) => (
          <Anchor
            className="evidence-link tabular inline-block min-w-4 text-end font-semibold"
            href={`${href}#firms`}
          >
            {number(record.tenancies.length)}
            <span className="sr-only">
              {` ${t("compare.firms.count", { count: record.tenancies.length, name })}`}
            </span>
          </Anchor>
        )}
      />
      {stages.map((stage) => (
        <ComparisonRow
          key={stage ?? "unknown"}
          label={
            stage === null ? t("compare.firms.unknownStage") : termLabel("tenancyStage", stage)
          }
          plain
          zones={zones}
          cell={(zone) => <CountDots count={countAt(zone, stage)} hollow={stage === null} />}
        />
      ))}
    </ComparisonPart>
  );
}

/** The targets of each zone by outcome. */
export function TargetsPart({
  zones,
  evidence,
  moment,
}: PartProps & { evidence: EvidenceIndex; moment: Moment }) {
  const { t, number } = useText();
  const counts = new Map(
    zones.map(({ record: { slug } }) => [
      slug,
      countTargets(listTargetHistories(evidence, slug, moment)),
    ]),
  );
  return (
    <ComparisonPart id="promises" title={t("compare.targets.title")} columns={zones.length + 1}>
      {TARGET_STATES.map((state) => {
        const label = t(`targets.state.${state}.label`);
        return (
          <ComparisonRow
            key={state}
            label={<span title={t(`targets.state.${state}.definition`)}>{label}</span>}
            plain
            zones={zones}
            cell={({ record, href, name }) => {
              const count = counts.get(record.slug)?.[state] ?? 0;
              return count === 0 ? (
                <span className="comparison-targets text-ink-3">0</span>
              ) : (
                <Anchor className="evidence-link comparison-targets" href={`${href}#promises`}>
                  {number(count)}
                  <span className="sr-only">{` ${label}, ${name}`}</span>
                </Anchor>
              );
            }}
          />
        );
      })}
    </ComparisonPart>
  );
}
